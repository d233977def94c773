"""`Timestamp.set`: the author sets the time of the block."""

from __future__ import annotations

from chain_spec.pallets import timestamp
from local_node.runtime.frame import Context, Origin, ensure_none, panic
from local_node.runtime.pallets.aura.slot import on_timestamp_set


def set_(ctx: Context, origin: Origin, now: int) -> None:
    """`now` is in milliseconds; an invalid time makes the whole block invalid."""
    ensure_none(origin)
    if ctx.contains(timestamp.storage.DidUpdate):
        panic("Timestamp must be updated only once in the block")
    before = ctx.get(timestamp.storage.Now)
    if before and now < before + ctx.constant(timestamp.constants.MinimumPeriod):
        panic("Timestamp must increment by at least <MinimumPeriod> between sequential blocks")
    ctx.set(timestamp.storage.Now, now)
    ctx.set(timestamp.storage.DidUpdate, True)
    on_timestamp_set(ctx, now)
