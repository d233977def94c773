"""The council and the senate: members, motions, votes, the end of a motion."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import senate_members, triumvirate, triumvirate_members
from tests.simulation.actions.choices import Choices, Signed, as_root
from tests.simulation.world import COLDKEYS, HOTKEYS, call

_NO_LIMIT = {"ref_time": 10**12, "proof_size": 10**6}


def members(on: Choices) -> Signed:
    """Root adds, swaps, removes, or says who comes first."""
    pallet = on.chance.choice((triumvirate_members, senate_members))
    circle = COLDKEYS if pallet is triumvirate_members else HOTKEYS[:6]
    inside = list(on.ctx.get(pallet.storage.Members))
    outside = [who.public_key for who in circle if who.public_key not in inside]
    name = pallet.pallet.name
    drawn = on.chance.random()
    if drawn < 0.5 and outside:
        return as_root(call(name, "add_member", who=("Id", on.chance.choice(outside))))
    if not inside:
        return as_root(call(name, "clear_prime"))
    chosen = on.chance.choice(inside)
    if drawn < 0.8:
        return as_root(call(name, "set_prime", who=("Id", chosen)))
    if drawn < 0.9 and outside:
        new = ("Id", on.chance.choice(outside))
        return as_root(call(name, "swap_member", remove=("Id", chosen), add=new))
    return as_root(call(name, "remove_member", who=("Id", chosen)))


def motion(on: Choices) -> Signed | None:
    """Proposed by the council, voted on by the senate or, without one, by the council."""
    council = _here(on, on.ctx.get(triumvirate.storage.Members))
    motions = list(on.ctx.iter(triumvirate.storage.Voting))
    if not council:
        return None
    if not motions or on.chance.random() < 0.2:
        remark = call("System", "remark", remark=on.chance.randbytes(2))
        args = {"threshold": 2, "proposal": remark, "length_bound": 100}
        return on.chance.choice(council), call("Triumvirate", "propose", **args)
    digest, found = on.chance.choice(motions)
    if on.chance.random() < 0.3:
        args = {"proposal_weight_bound": _NO_LIMIT, "length_bound": 100, "index": found["index"]}
        return on.coldkey(), call("Triumvirate", "close", proposal_hash=digest, **args)
    return _vote(on, {"proposal": digest, "index": found["index"]}, council)


def _vote(on: Choices, motion: dict[str, Any], council: list[Any]) -> Signed:
    senate = _here(on, on.ctx.get(senate_members.storage.Members))
    voter, approve = on.chance.choice(senate or council), on.chance.random() < 0.7
    owner = on.owner(voter.public_key)
    if owner is not None and on.chance.random() < 0.5:
        args = {**motion, "hotkey": voter.public_key, "approve": approve}
        return owner, call("SubtensorModule", "vote", **args)
    return voter, call("Triumvirate", "vote", **motion, approve=approve)


def _here(on: Choices, accounts: list[bytes]) -> list[Any]:
    return [who for account in accounts if (who := on.signer(account)) is not None]
