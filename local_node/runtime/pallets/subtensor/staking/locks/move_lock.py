"""`SubtensorModule.move_lock`: move a lock to another hotkey."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, events, storage
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import fail
from local_node.runtime.frame.origin import Origin, ensure_signed
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import (
    ensure_hotkey_exists,
    owner_of,
)
from local_node.runtime.pallets.subtensor.staking.locks.positions import (
    bucket_of,
    position_of,
    store_lock,
)


def move_lock(ctx: Context, origin: Origin, destination_hotkey: bytes, netuid: int) -> None:
    """Conviction is lost unless both hotkeys have the same owner."""
    coldkey = ensure_signed(origin)
    ensure_hotkey_exists(ctx, destination_hotkey)
    position = position_of(ctx, coldkey, netuid)
    if position is None:
        raise fail(errors.NoExistingLock)
    source, removed = position.hotkey, position.lock
    lock = removed
    if owner_of(ctx, source) != owner_of(ctx, destination_hotkey):
        lock = lock._replace(conviction=0)
    bucket = bucket_of(ctx, coldkey, netuid, destination_hotkey)
    lock = bucket.rolled(ctx, lock)
    ctx.remove(storage.Lock, (coldkey, netuid, source))
    ctx.remove(storage.LockingColdkeys, (netuid, source, coldkey))
    store_lock(ctx, coldkey, netuid, destination_hotkey, lock)
    position.bucket.reduce(ctx, removed.locked_mass, removed.conviction)
    bucket.add(ctx, lock)
    ctx.emit(
        events.LockMoved,
        coldkey=coldkey,
        origin_hotkey=source,
        destination_hotkey=destination_hotkey,
        netuid=netuid,
    )
