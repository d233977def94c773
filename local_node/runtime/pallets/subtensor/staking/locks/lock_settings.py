"""A coldkey's settings of locks: whether its own decays, and whether it accepts locked alpha."""

from __future__ import annotations

from chain_spec.pallets.subtensor import events, storage
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.origin import Origin, ensure_signed
from local_node.runtime.pallets.subtensor.staking.locks.conviction import empty_lock
from local_node.runtime.pallets.subtensor.staking.locks.positions import (
    bucket_of,
    decoded,
    is_perpetual,
    locked_hotkey,
    position_of,
    set_accepts_locked_alpha,
)


def set_perpetual_lock(ctx: Context, origin: Origin, netuid: int, enabled: bool) -> None:
    """A perpetual lock keeps its mass; a change moves it from one bucket to the other."""
    coldkey = ensure_signed(origin)
    changes = is_perpetual(ctx, coldkey, netuid) != enabled
    position = position_of(ctx, coldkey, netuid)
    if position is not None:
        position.save(ctx)
        if changes:
            position.bucket.reduce(ctx, position.lock.locked_mass, position.lock.conviction)
    if enabled:
        ctx.put(storage.DecayingLock, (coldkey, netuid), False)
    else:
        ctx.remove(storage.DecayingLock, (coldkey, netuid))
    if changes:
        _add_to_bucket(ctx, coldkey, netuid)
    ctx.emit(events.PerpetualLockUpdated, coldkey=coldkey, netuid=netuid, enabled=enabled)


def set_reject_locked_alpha(ctx: Context, origin: Origin, enabled: bool) -> None:
    """Set whether transfers of locked stake to the coldkey fail."""
    coldkey = ensure_signed(origin)
    set_accepts_locked_alpha(ctx, coldkey, not enabled)
    ctx.emit(events.RejectLockedAlphaUpdated, coldkey=coldkey, enabled=enabled)


def _add_to_bucket(ctx: Context, coldkey: bytes, netuid: int) -> None:
    hotkey = locked_hotkey(ctx, coldkey, netuid)
    if hotkey is not None:
        lock = decoded(ctx.get(storage.Lock, (coldkey, netuid, hotkey)))
        bucket = bucket_of(ctx, coldkey, netuid, hotkey)
        bucket.add(ctx, lock or empty_lock(ctx.block_number))
