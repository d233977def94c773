"""Locks in key swaps: they move with the key, rolled to the current block, with their sums."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context, ensure
from local_node.runtime.pallets.subtensor.key_swap.tally import Tally
from local_node.runtime.pallets.subtensor.staking.locks.conviction import LockState
from local_node.runtime.pallets.subtensor.staking.locks.positions import (
    Bucket,
    bucket_of,
    decoded,
    store_lock,
)


def swap_coldkey_locks(ctx: Context, old: bytes, new: bytes) -> None:
    """Move all locks and flags to a coldkey, which must have no lock in force."""
    _ensure_no_active_locks(ctx, new)
    locks = _rolled_locks(ctx, old)
    for netuid, hotkey, lock in locks:
        bucket = bucket_of(ctx, old, netuid, hotkey)
        _forget(ctx, old, netuid, hotkey)
        bucket.reduce(ctx, lock.locked_mass, lock.conviction)
    # The bucket of a lock depends on its coldkey's flags, so they move in between.
    _move_flags(ctx, old, new)
    for netuid, hotkey, lock in locks:
        bucket = bucket_of(ctx, new, netuid, hotkey)
        rolled = bucket.rolled(ctx, lock)
        store_lock(ctx, new, netuid, hotkey, rolled)
        bucket.add(ctx, rolled)


def swap_hotkey_locks(
    ctx: Context, old: bytes, new: bytes, netuids: list[int], tally: Tally
) -> None:
    """Move the locks of one hotkey to another; an owner's hotkey stays one."""
    for netuid in netuids:
        tally.add(reads=5)
        was_owner = _is_owner(ctx, netuid, old)
        is_owner = was_owner or _is_owner(ctx, netuid, new)
        if was_owner or is_owner or _has_buckets(ctx, netuid, old):
            tally.add(writes=6)
            _move_locks(ctx, netuid, old, new, was_owner, is_owner, tally)
            for perpetual in (True, False):
                source = Bucket(netuid, old, was_owner, perpetual)
                _move_bucket(ctx, source, Bucket(netuid, new, is_owner, perpetual))


def _move_locks(
    ctx: Context,
    netuid: int,
    old: bytes,
    new: bytes,
    was_owner: bool,
    is_owner: bool,
    tally: Tally,
) -> None:
    for coldkey in list(ctx.keys(storage.LockingColdkeys, netuid, old)):
        lock = decoded(ctx.get(storage.Lock, (coldkey, netuid, old)))
        _forget(ctx, coldkey, netuid, old)
        tally.add(reads=1, writes=1 if lock is None else 2)
        if lock is not None:
            perpetual = ctx.get(storage.DecayingLock, (coldkey, netuid)) is False
            rolled = Bucket(netuid, old, was_owner, perpetual).rolled(ctx, lock)
            moved = Bucket(netuid, new, is_owner, perpetual).rolled(ctx, rolled)
            store_lock(ctx, coldkey, netuid, new, moved)


def _move_bucket(ctx: Context, source: Bucket, target: Bucket) -> None:
    """Move a bucket; as in the source, it overwrites the target, which is the same or empty."""
    lock = source.read(ctx)
    if lock is not None:
        ctx.remove(source.item, source.key)
        target.store(ctx, target.rolled(ctx, source.rolled(ctx, lock)))


def _rolled_locks(ctx: Context, coldkey: bytes) -> list[tuple[int, bytes, LockState]]:
    locks = []
    for (netuid, hotkey), value in ctx.iter(storage.Lock, coldkey):
        lock = decoded(value)
        if lock is not None:
            bucket = bucket_of(ctx, coldkey, netuid, hotkey)
            locks.append((netuid, hotkey, bucket.rolled(ctx, lock)))
    return locks


def _ensure_no_active_locks(ctx: Context, coldkey: bytes) -> None:
    active = any(lock.locked_mass for _, _, lock in _rolled_locks(ctx, coldkey))
    ensure(not active, errors.ActiveLockExists)


def _forget(ctx: Context, coldkey: bytes, netuid: int, hotkey: bytes) -> None:
    ctx.remove(storage.Lock, (coldkey, netuid, hotkey))
    ctx.remove(storage.LockingColdkeys, (netuid, hotkey, coldkey))


def _move_flags(ctx: Context, old: bytes, new: bytes) -> None:
    for netuid, decaying in ctx.drain(storage.DecayingLock, old):
        ctx.put(storage.DecayingLock, (new, netuid), decaying)
    flags = ctx.take(storage.AccountFlags, old)
    if flags:
        ctx.put(storage.AccountFlags, new, flags)
    else:
        ctx.remove(storage.AccountFlags, new)


def _is_owner(ctx: Context, netuid: int, hotkey: bytes) -> bool:
    return bool(ctx.get(storage.SubnetOwnerHotkey, netuid) == hotkey)


def _has_buckets(ctx: Context, netuid: int, hotkey: bytes) -> bool:
    return any(
        Bucket(netuid, hotkey, owner=False, perpetual=perpetual).read(ctx) is not None
        for perpetual in (True, False)
    )
