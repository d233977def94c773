"""`SubtensorModule.decrease_take`: lower the owner's part of a hotkey's dividends."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, events, storage
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import ensure
from local_node.runtime.frame.origin import Origin, ensure_signed
from local_node.runtime.pallets.subtensor.rate_limits import set_last_limited_block
from local_node.runtime.pallets.subtensor.staking.take.delegate_take import (
    ensure_take_is_owners,
    take_of,
)


def decrease_take(ctx: Context, origin: Origin, hotkey: bytes, take: int) -> None:
    """``take`` is normalised to 65,535 and bounded by `MinDelegateTake`; not rate-limited."""
    coldkey = ensure_signed(origin)
    ensure_take_is_owners(ctx, coldkey, hotkey)
    if ctx.contains(storage.Delegates, hotkey):
        ensure(take < take_of(ctx, hotkey), errors.DelegateTakeTooLow)
    ensure(take >= ctx.get(storage.MinDelegateTake), errors.DelegateTakeTooLow)
    ctx.put(storage.Delegates, hotkey, take)
    set_last_limited_block(ctx, ("LastTxBlockDelegateTake", hotkey), ctx.block_number)
    ctx.emit(events.TakeDecreased, coldkey, hotkey, take)
