"""TAO between accounts, out of them and out of the faucet."""

from __future__ import annotations

from chain_spec.pallets import system
from local_node.runtime.pallets.subtensor.features import faucet_difficulty
from tests.simulation.actions.choices import SPARE_COLDKEYS, Choices, Signed
from tests.simulation.world import COLDKEYS, HOTKEYS, TAO, call


def transfer(on: Choices) -> Signed:
    dest = ("Id", on.chance.choice((*COLDKEYS, *HOTKEYS, *SPARE_COLDKEYS)).public_key)
    value = on.chance.choice((on.amount(), 500, 1))
    name = on.chance.choice(("transfer_keep_alive", "transfer_allow_death"))
    return on.coldkey(), call("Balances", name, dest=dest, value=value)


def empty_account(on: Choices) -> Signed | None:
    """Send all but some dust, so that the account is reaped."""
    who = on.chance.choice(SPARE_COLDKEYS)
    free = on.ctx.get(system.storage.Account, who.public_key)["data"]["free"]
    dest = ("Id", COLDKEYS[0].public_key)
    if free < TAO // 100:
        return None
    rest = on.chance.randrange(400_000, 600_000)
    return who, call("Balances", "transfer_allow_death", dest=dest, value=free - rest)


def burn(on: Choices) -> Signed:
    return on.coldkey(), call("Balances", "burn", value=on.amount(), keep_alive=True)


def faucet(on: Choices) -> Signed | None:
    who = on.coldkey()
    proof = on.classic_proof(who.public_key, faucet_difficulty(on.ctx))
    return None if proof is None else (who, call("SubtensorModule", "faucet", **proof))
