"""`Triumvirate.close`: execute or drop a motion that is decided or has expired."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import triumvirate
from local_node.runtime.frame import (
    Context,
    Origin,
    PostDispatch,
    Weight,
    ensure,
    ensure_root,
    ensure_signed,
    fail,
)
from local_node.runtime.frame.origin import CallValue
from local_node.runtime.frame.outcome import attempt
from local_node.runtime.pallets.triumvirate import motions


def close(
    ctx: Context,
    origin: Origin,
    proposal_hash: bytes,
    index: int,
    proposal_weight_bound: dict[str, int],
    length_bound: int,
) -> PostDispatch:
    """Close by any account; closing a motion that fails is free."""
    ensure_signed(origin)
    motion = motions.find(ctx, proposal_hash, index)
    yes, no = len(motion["ayes"]), len(motion["nays"])
    seats, threshold = len(motions.voters(ctx)), motion["threshold"]
    decided = yes >= threshold or max(seats - no, 0) < threshold
    if not decided:
        ensure(ctx.block_number >= motion["end"], triumvirate.errors.TooEarly)
        absent = max(seats - yes - no, 0)
        if _prime_said_aye(ctx, motion):
            yes += absent
        else:
            no += absent
    if yes < threshold:
        ctx.emit(triumvirate.events.Closed, proposal_hash, yes, no)
        _disapprove(ctx, proposal_hash)
        return PostDispatch(_own_weight(ctx, length_bound), pays=False)
    bound = Weight(proposal_weight_bound["ref_time"], proposal_weight_bound["proof_size"])
    proposal = _within_bounds(ctx, proposal_hash, bound, length_bound)
    ctx.emit(triumvirate.events.Closed, proposal_hash, yes, no)
    spent = _approve(ctx, proposal_hash, proposal, motions.origin_of(yes, seats))
    return PostDispatch(_own_weight(ctx, length_bound).plus(spent))


def disapprove_proposal(ctx: Context, origin: Origin, proposal_hash: bytes) -> None:
    """Drop a motion, by root, regardless of its votes."""
    ensure_root(origin)
    _disapprove(ctx, proposal_hash)


def _prime_said_aye(ctx: Context, motion: motions.Motion) -> bool:
    """Whether missing votes count as ayes."""
    return ctx.get(triumvirate.storage.Prime) in motion["ayes"]


def _within_bounds(
    ctx: Context, proposal_hash: bytes, weight_bound: Weight, length_bound: int
) -> CallValue:
    """The call of the motion, within the bounds that the closer gives."""
    found: Any = ctx.get(triumvirate.storage.ProposalOf, proposal_hash)
    if found is None:
        raise fail(triumvirate.errors.ProposalMissing)
    proposal: CallValue = found
    motions.measure(ctx, proposal, length_bound)
    heavy = ctx.runtime.dispatch_info(proposal).call_weight.exceeds(weight_bound)
    ensure(not heavy, triumvirate.errors.WrongProposalWeight)
    return proposal


def _approve(ctx: Context, proposal_hash: bytes, proposal: CallValue, acting_as: Origin) -> Weight:
    ctx.emit(triumvirate.events.Approved, proposal_hash)
    outcome = attempt(ctx, proposal, acting_as)
    ctx.emit(triumvirate.events.Executed, proposal_hash, outcome.result)
    motions.remove(ctx, proposal_hash)
    return outcome.weight


def _disapprove(ctx: Context, proposal_hash: bytes) -> None:
    ctx.emit(triumvirate.events.Disapproved, proposal_hash)
    motions.remove(ctx, proposal_hash)


def _own_weight(ctx: Context, length_bound: int) -> Weight:
    return ctx.runtime.own_weight("Triumvirate", "close", {"length_bound": length_bound})
