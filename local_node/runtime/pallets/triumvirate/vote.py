"""`Triumvirate.vote`: a voter signs its own vote."""

from __future__ import annotations

from chain_spec.pallets import triumvirate
from local_node.runtime.frame import Context, Origin, PostDispatch, ensure, ensure_signed
from local_node.runtime.pallets.triumvirate import motions


def vote(ctx: Context, origin: Origin, proposal: bytes, index: int, approve: bool) -> PostDispatch:
    """The first vote on a motion is free; a change pays a fee."""
    who = ensure_signed(origin)
    ensure(who in motions.voters(ctx), triumvirate.errors.NotMember)
    first = motions.cast(ctx, who, proposal, index, approve)
    return PostDispatch(pays=not first)
