"""`Triumvirate.propose` and `Triumvirate.execute`: a call of a council member."""

from __future__ import annotations

from chain_spec.pallets import triumvirate
from local_node.runtime.frame import Context, Origin, PostDispatch, Weight, ensure, ensure_signed
from local_node.runtime.frame.origin import CallValue, from_pallet
from local_node.runtime.frame.outcome import attempt
from local_node.runtime.pallets.triumvirate import motions


def propose(
    ctx: Context, origin: Origin, threshold: int, proposal: CallValue, length_bound: int
) -> PostDispatch | None:
    """Open a motion that passes with `threshold` ayes; below two it is dispatched at once."""
    who = ensure_signed(origin)
    ensure(who in motions.council(ctx), triumvirate.errors.NotMember)
    digest = motions.measure(ctx, proposal, length_bound)
    weight = ctx.runtime.dispatch_info(proposal).call_weight
    most = ctx.constant(triumvirate.constants.MaxProposedWeight)
    light = not weight.exceeds(Weight(most["ref_time"], most["proof_size"]))
    ensure(light, triumvirate.errors.WrongProposalWeight)
    known = ctx.contains(triumvirate.storage.ProposalOf, digest)
    ensure(not known, triumvirate.errors.DuplicateProposal)
    if threshold < 2:
        return _carry_out(ctx, proposal, digest, length_bound)
    _open(ctx, who, threshold, proposal, digest)
    return None


def execute(
    ctx: Context, origin: Origin, proposal: CallValue, length_bound: int
) -> PostDispatch | None:
    """Dispatch a call of one member, with the council's `Member` origin."""
    who = ensure_signed(origin)
    ensure(who in motions.council(ctx), triumvirate.errors.NotMember)
    digest = motions.measure(ctx, proposal, length_bound)
    outcome = attempt(ctx, proposal, from_pallet(motions.PALLET, ("Member", who)))
    ctx.emit(triumvirate.events.MemberExecuted, digest, outcome.result)
    own = ctx.runtime.own_weight("Triumvirate", "execute", {"length_bound": length_bound})
    return PostDispatch(own.plus(outcome.weight))


def _carry_out(ctx: Context, proposal: CallValue, digest: bytes, length_bound: int) -> PostDispatch:
    """Dispatch a motion for which one aye is enough; in a council of one it is the majority."""
    outcome = attempt(ctx, proposal, motions.origin_of(1, len(motions.voters(ctx))))
    ctx.emit(triumvirate.events.Executed, digest, outcome.result)
    args = {"threshold": 1, "length_bound": length_bound}
    own = ctx.runtime.own_weight("Triumvirate", "propose", args)
    return PostDispatch(own.plus(outcome.weight))


def _open(ctx: Context, who: bytes, threshold: int, proposal: CallValue, digest: bytes) -> None:
    table = ctx.get(triumvirate.storage.Proposals)
    ensure(len(table) < motions.MAX_PROPOSALS, triumvirate.errors.TooManyProposals)
    ctx.set(triumvirate.storage.Proposals, [*table, digest])
    index = ctx.get(triumvirate.storage.ProposalCount)
    ctx.set(triumvirate.storage.ProposalCount, (index + 1) % 2**32)  # wraps, as in Rust
    ctx.put(triumvirate.storage.ProposalOf, digest, proposal)
    end = ctx.block_number + motions.duration(ctx)
    motion = {"index": index, "threshold": threshold, "ayes": [], "nays": [], "end": end}
    ctx.put(triumvirate.storage.Voting, digest, motion)
    ctx.emit(triumvirate.events.Proposed, who, index, digest, threshold)
