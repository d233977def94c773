"""Crowdloans, for an account or for a leased subnet, and the leases that come of them."""

from __future__ import annotations

from typing import Any

from btsdk.keys import Keypair
from chain_spec.pallets import crowdloan as loans
from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.subnets.lifecycle.lock_cost import network_lock_cost
from tests.simulation.actions.choices import Choices, Signed
from tests.simulation.world import COLDKEYS, TAO, call, key

_MOST = 2**64 - 1
_STEPS = (
    "contribute",
    "contribute",
    "withdraw",
    "finalize",
    "finalize",
    "refund",
    "dissolve",
    "update_cap",
    "update_end",
    "update_min_contribution",
    "set_max_contribution",
)


def leased_subnet(ctx: Context) -> list[Signed]:
    """All that it takes, one block a step: Bob's crowdloan, which Alice fills."""
    number, cap = ctx.get(loans.storage.NextCrowdloanId), 3 * network_lock_cost(ctx) + 20 * TAO
    made = call("SubtensorModule", "register_leased_network", emissions_share=30, end_block=None)
    terms = {"deposit": 10 * TAO, "min_contribution": TAO, "cap": cap, "target_address": None}
    alice, bob = key("Alice"), key("Bob")
    return [
        (bob, call("Crowdloan", "create", **terms, end=ctx.block_number + 60, call=made)),
        (alice, call("Crowdloan", "contribute", crowdloan_id=number, amount=cap)),
        (bob, call("Crowdloan", "finalize", crowdloan_id=number)),
    ]


def crowdloan(on: Choices) -> Signed | None:
    """Begin one, or take one of those that there are a step further."""
    known = list(on.ctx.iter(loans.storage.Crowdloans))
    if len(known) < 2 or on.chance.random() < 0.15:
        return on.coldkey(), _create(on)
    number, loan = on.chance.choice(known)
    full = loan["raised"] == loan["cap"] and not loan["finalized"]
    name = "finalize" if full and on.chance.random() < 0.7 else on.chance.choice(_STEPS)
    creator = on.signer(loan["creator"])
    signer = _contributor(on, number, name) or creator or on.coldkey()
    args = {"crowdloan_id": number, **_arguments(on, name, loan)}
    return signer, call("Crowdloan", name, **args)


def _contributor(on: Choices, number: int, step: str) -> Keypair | None:
    """Who gives, or takes back what it gave; None for the steps that are the creator's."""
    if step == "contribute":
        return on.chance.choice(COLDKEYS[:3])
    given = list(on.ctx.keys(loans.storage.Contributions, number)) if step == "withdraw" else []
    return on.signer(on.chance.choice(given)) if given else None


def _create(on: Choices) -> Any:
    """One that a contribution or two fill; half of them pay for a subnet."""
    end = on.ctx.block_number + on.chance.choice((51, 60, 100))
    lease = on.chance.random() < 0.5
    share, until = on.chance.randrange(101), on.ctx.block_number + on.chance.randrange(15, 60)
    made = call(
        "SubtensorModule",
        "register_leased_network",
        emissions_share=share,
        end_block=on.chance.choice((None, until, until)),
    )
    return call(
        "Crowdloan",
        "create",
        deposit=10 * TAO,
        min_contribution=TAO,
        cap=_subnet_price(on) if lease else on.chance.choice((11, 30, 1000)) * TAO,
        end=end,
        call=made if lease else None,
        target_address=None if lease else COLDKEYS[1].public_key,
    )


def _arguments(on: Choices, name: str, loan: Any) -> dict[str, Any]:
    missing = loan["cap"] - loan["raised"]
    if name == "contribute":
        return {"amount": on.chance.choice((missing, missing // 2, 5 * TAO))}
    if name == "update_cap":
        return {"new_cap": min(loan["cap"] + TAO, _MOST)}
    if name == "update_end":
        return {"new_end": on.ctx.block_number + on.chance.choice((51, 60))}
    if name == "update_min_contribution":
        return {"new_min_contribution": on.chance.choice((TAO, 2 * TAO))}
    if name == "set_max_contribution":
        return {"new_max_contribution": on.chance.choice((None, 1000 * TAO))}
    return {}


def _subnet_price(on: Choices) -> int:
    """What a subnet costs, and more: the price may rise meanwhile."""
    return min(max(3 * network_lock_cost(on.ctx), 100 * TAO), _MOST)


def lease(on: Choices) -> Signed | None:
    """Start the leased subnet through its beneficiary's proxy, or take it over, early or not."""
    leases: list[tuple[int, Any]] = list(on.ctx.iter(storage.SubnetLeases))
    if not leases:
        return None
    number, found = on.chance.choice(leases)
    beneficiary = on.signer(found["beneficiary"])
    if beneficiary is None:
        return None
    if not on.ctx.get(storage.SubtokenEnabled, found["netuid"]):
        inner = call("SubtensorModule", "start_call", netuid=found["netuid"])
        real = {"real": ("Id", found["coldkey"]), "force_proxy_type": None}
        return beneficiary, call("Proxy", "proxy", **real, call=inner)
    owned = on.ctx.get(storage.OwnedHotkeys, beneficiary.public_key)
    if not owned:
        return None
    hotkey = on.chance.choice(owned)
    return beneficiary, call("SubtensorModule", "terminate_lease", lease_id=number, hotkey=hotkey)
