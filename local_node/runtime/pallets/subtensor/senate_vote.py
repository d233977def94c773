"""`vote`, a call of the *governance* feature: a senator's coldkey votes on a motion."""

from __future__ import annotations

from chain_spec.pallets import senate_members, triumvirate
from chain_spec.pallets.subtensor import errors
from local_node.runtime.frame import Context, Origin, PostDispatch, ensure, ensure_signed
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import owns
from local_node.runtime.pallets.triumvirate import motions


def vote(
    ctx: Context, origin: Origin, hotkey: bytes, proposal: bytes, index: int, approve: bool
) -> PostDispatch:
    """Count the hotkey's vote; the first one on a motion is free."""
    coldkey = ensure_signed(origin)
    ensure(owns(ctx, coldkey, hotkey), errors.NonAssociatedColdKey)
    senator = hotkey in ctx.get(senate_members.storage.Members)
    ensure(senator, triumvirate.errors.NotMember)
    first = motions.cast(ctx, hotkey, proposal, index, approve)
    return PostDispatch(pays=not first)
