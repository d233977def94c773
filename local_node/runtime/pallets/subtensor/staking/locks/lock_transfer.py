"""Moving locks: with the stake that a coldkey transfers, and from hotkey to hotkey.

Invariant: the part that leaves one lock enters the other, with conviction in proportion to the
mass, and both buckets are updated. Free stake moves first; a lock is reduced only for the rest.
"""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors
from local_node.runtime.arithmetic.fixed import U64F64
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import ensure
from local_node.runtime.pallets.subtensor.staking.locks.conviction import LockState, empty_lock
from local_node.runtime.pallets.subtensor.staking.locks.positions import (
    Position,
    accepts_locked_alpha,
    bucket_of,
    position_of,
    store_lock,
)
from local_node.runtime.pallets.subtensor.staking.stake import coldkey_stake_on_subnet


def transfer_lock(
    ctx: Context, origin: bytes, destination: bytes, netuid: int, amount: int
) -> None:
    """Move the locked part of an amount that one coldkey transfers to another.

    Fails with `LockHotkeyMismatch` if the receiver has a lock to another hotkey, and with
    `AccountRejectsLockedAlpha` if the receiver accepts no locked alpha.
    """
    if origin == destination or amount == 0:
        return
    total = coldkey_stake_on_subnet(ctx, origin, netuid)
    source = position_of(ctx, origin, netuid)
    if source is None:
        return
    target = position_of(ctx, destination, netuid)
    free = max(0, total - source.lock.locked_mass)
    locked = amount - min(amount, free)
    moved = empty_lock(ctx.block_number)
    if locked:
        same = target is None or target.hotkey == source.hotkey
        ensure(same, errors.LockHotkeyMismatch)
        moved = _part(source.lock, min(locked, source.lock.locked_mass), ctx.block_number)
    accepted = moved.locked_mass == 0 or accepts_locked_alpha(ctx, destination)
    ensure(accepted, errors.AccountRejectsLockedAlpha)
    _move(ctx, source, target, destination, moved)


def _move(
    ctx: Context, source: Position, target: Position | None, destination: bytes, moved: LockState
) -> None:
    """Write both rolled locks, even if nothing moved, and the buckets if something did."""
    netuid = source.bucket.netuid
    hotkey = target.hotkey if target else source.hotkey
    to = bucket_of(ctx, destination, netuid, hotkey)
    received = target.lock if target else empty_lock(ctx.block_number)
    left = source.lock.minus(moved.locked_mass, moved.conviction)
    left = source.bucket.rolled(ctx, left)
    store_lock(ctx, source.coldkey, netuid, source.hotkey, left)
    store_lock(ctx, destination, netuid, hotkey, to.rolled(ctx, received.plus(moved)))
    if moved.locked_mass:
        source.bucket.reduce(ctx, moved.locked_mass, moved.conviction)
        to.add(ctx, moved)


def _part(lock: LockState, mass: int, now: int) -> LockState:
    if mass == 0 or lock.locked_mass == 0:
        return empty_lock(now)
    proportion = U64F64.safe_div(U64F64.from_int(mass), U64F64.from_int(lock.locked_mass))
    return LockState(mass, U64F64.mul(lock.conviction, proportion), now)
