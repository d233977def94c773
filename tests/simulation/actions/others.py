"""Calls of other pallets: proxies, batches, crowdloans, commitments."""

from __future__ import annotations

from chain_spec.pallets import crowdloan as loans
from tests.simulation.actions.choices import SIGNERS, Choices, Signed
from tests.simulation.actions.money import transfer
from tests.simulation.actions.stakes import add_stake
from tests.simulation.world import COLDKEYS, TAO, call

PROXY_TYPES = ("Any", "Staking", "Transfer", "NonTransfer", "Registration")


def proxy(on: Choices) -> Signed:
    delegator, delegate = on.coldkey(), on.coldkey()
    kind = on.chance.choice(PROXY_TYPES)
    drawn = on.chance.random()
    if drawn < 0.5:
        name = on.chance.choice(("add_proxy", "add_proxy", "remove_proxy"))
        to = ("Id", delegate.public_key)
        return delegator, call("Proxy", name, delegate=to, proxy_type=kind, delay=0)
    if drawn < 0.6:
        return delegator, call("Proxy", "create_pure", proxy_type=kind, delay=0, index=0)
    inner = transfer(on)[1] if drawn < 0.8 else add_stake(on)[1]
    real = ("Id", delegator.public_key)
    return delegate, call("Proxy", "proxy", real=real, force_proxy_type=None, call=inner)


def batch(on: Choices) -> Signed:
    inner = [transfer(on)[1], add_stake(on)[1], transfer(on)[1]]
    name = on.chance.choice(("batch", "batch_all", "force_batch"))
    return on.coldkey(), call("Utility", name, calls=inner)


def crowdloan(on: Choices) -> Signed:
    known = list(on.ctx.keys(loans.storage.Crowdloans))
    now = on.ctx.block_number
    if not known or on.chance.random() < 0.2:
        return on.coldkey(), call(
            "Crowdloan",
            "create",
            deposit=10 * TAO,
            min_contribution=TAO,
            cap=on.chance.choice((11, 30, 1000)) * TAO,
            end=now + on.chance.choice((51, 60, 100)),
            call=None,
            target_address=on.chance.choice((None, COLDKEYS[1].public_key)),
        )
    name = on.chance.choice(
        ("contribute", "contribute", "withdraw", "finalize", "refund", "dissolve")
    )
    amount = {"amount": on.amount()} if name == "contribute" else {}
    loan = on.chance.choice(known)
    who = SIGNERS.get(on.ctx.get(loans.storage.Crowdloans, loan)["creator"])
    signer = who if who is not None and on.chance.random() < 0.5 else on.coldkey()
    return signer, call("Crowdloan", name, crowdloan_id=loan, **amount)


def commitment(on: Choices) -> Signed | None:
    netuid = on.netuid()
    hotkey = on.neuron(netuid)
    info = {"fields": [("Raw4", on.chance.randbytes(4))]}
    return hotkey and (
        hotkey,
        call("Commitments", "set_commitment", netuid=netuid, info=info),
    )
