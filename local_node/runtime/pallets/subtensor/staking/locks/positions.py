"""The stored locks: one per coldkey and subnet, and their sums by hotkey.

A coldkey locks a part of its alpha on a subnet to one hotkey. The locks to a hotkey are summed in
one of four buckets: perpetual or decaying, each for ordinary hotkeys and for the subnet owner's.
Invariant: the bucket follows every change of a lock, rolled to the same block; an empty lock or
bucket is not stored.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.arithmetic.fixed import U64F64
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import ensure
from local_node.runtime.pallets.subtensor.staking.locks.conviction import (
    LockState,
    Rates,
    empty_lock,
    roll_forward,
    roll_loss,
)
from local_node.runtime.pallets.subtensor.staking.stake import coldkey_stake_on_subnet

_ACCEPTS_LOCKED_ALPHA = 1


class Bucket(NamedTuple):
    """The stored sum of the locks to a hotkey."""

    netuid: int
    hotkey: bytes
    owner: bool
    perpetual: bool

    @property
    def item(self) -> Any:
        """The storage item of the bucket."""
        if self.owner:
            return storage.OwnerLock if self.perpetual else storage.DecayingOwnerLock
        return storage.HotkeyLock if self.perpetual else storage.DecayingHotkeyLock

    @property
    def key(self) -> Any:
        """The key within the item."""
        return self.netuid if self.owner else (self.netuid, self.hotkey)

    def read(self, ctx: Context) -> LockState | None:
        """The sum as last stored."""
        return decoded(ctx.get(self.item, self.key))

    def rolled(self, ctx: Context, lock: LockState) -> LockState:
        """A lock of this bucket's kind, rolled to the current block."""
        now = ctx.block_number
        return roll_forward(lock, now, rates(ctx), owner=self.owner, perpetual=self.perpetual)

    def store(self, ctx: Context, lock: LockState) -> None:
        """Write the sum; an empty one is removed."""
        if lock.is_empty():
            ctx.remove(self.item, self.key)
        else:
            ctx.put(self.item, self.key, lock._asdict())

    def add(self, ctx: Context, added: LockState) -> None:
        """Add a lock to the sum."""
        current = self.read(ctx) or empty_lock(ctx.block_number)
        self.store(ctx, self.rolled(ctx, self.rolled(ctx, current).plus(added)))

    def reduce(self, ctx: Context, mass: int, conviction: int) -> None:
        """Subtract mass and conviction from the sum."""
        current = self.read(ctx) or empty_lock(ctx.block_number)
        self.store(ctx, self.rolled(ctx, current).minus(mass, conviction))


class Position(NamedTuple):
    """A coldkey's lock on a subnet and its bucket, both rolled forward."""

    coldkey: bytes
    bucket: Bucket
    lock: LockState
    aggregate: LockState

    @property
    def hotkey(self) -> bytes:
        """The hotkey of the lock."""
        return self.bucket.hotkey

    def save(self, ctx: Context) -> None:
        """Write the lock and its bucket."""
        store_lock(ctx, self.coldkey, self.bucket.netuid, self.hotkey, self.lock)
        self.bucket.store(ctx, self.aggregate)

    def with_rolled(self, ctx: Context, lock: LockState) -> Position:
        """The same position with another lock, rolled."""
        return self._replace(lock=self.bucket.rolled(ctx, lock))

    def with_added(self, ctx: Context, mass: int) -> Position:
        """The same position with more mass in the bucket."""
        added = LockState(mass, 0, ctx.block_number)
        aggregate = self.bucket.rolled(ctx, self.aggregate).plus(added)
        return self._replace(aggregate=self.bucket.rolled(ctx, aggregate))


def rates(ctx: Context) -> Rates:
    """The chain's time constants."""
    return Rates(ctx.get(storage.UnlockRate), ctx.get(storage.MaturityRate))


def bucket_of(ctx: Context, coldkey: bytes, netuid: int, hotkey: bytes) -> Bucket:
    """The bucket of the coldkey's lock to a hotkey."""
    owner = ctx.get(storage.SubnetOwnerHotkey, netuid) == hotkey
    return Bucket(netuid, hotkey, owner, is_perpetual(ctx, coldkey, netuid))


def is_perpetual(ctx: Context, coldkey: bytes, netuid: int) -> bool:
    """Whether the coldkey's lock on the subnet does not decay."""
    return ctx.get(storage.DecayingLock, (coldkey, netuid)) is False


def locked_hotkey(ctx: Context, coldkey: bytes, netuid: int) -> bytes | None:
    """The hotkey of the coldkey's lock on the subnet."""
    return next(iter(ctx.keys(storage.Lock, coldkey, netuid)), None)


def position_of(ctx: Context, coldkey: bytes, netuid: int) -> Position | None:
    """The coldkey's position on a subnet, rolled to the current block; writes nothing."""
    hotkey = locked_hotkey(ctx, coldkey, netuid)
    return None if hotkey is None else rolled_position(ctx, coldkey, netuid, hotkey)


def rolled_position(ctx: Context, coldkey: bytes, netuid: int, hotkey: bytes) -> Position:
    """The position to a given hotkey, rolled to the current block; empty if there is none."""
    now = ctx.block_number
    bucket = bucket_of(ctx, coldkey, netuid, hotkey)
    before = decoded(ctx.get(storage.Lock, (coldkey, netuid, hotkey))) or empty_lock(now)
    aggregate = bucket.read(ctx) or empty_lock(now)
    after = bucket.rolled(ctx, before)
    mass, conviction = roll_loss(before, after)
    if mass or conviction:
        # The lock's loss leaves the bucket; the bucket's other locks are rolled when they are read.
        aggregate = aggregate.minus(mass, conviction)._replace(last_update=now)
    else:
        aggregate = bucket.rolled(ctx, aggregate)
    return Position(coldkey, bucket, after, aggregate)


def store_lock(ctx: Context, coldkey: bytes, netuid: int, hotkey: bytes, lock: LockState) -> None:
    """Write a coldkey's lock; dust is removed."""
    if lock.is_dust():
        ctx.remove(storage.LockingColdkeys, (netuid, hotkey, coldkey))
        ctx.remove(storage.Lock, (coldkey, netuid, hotkey))
    else:
        ctx.put(storage.LockingColdkeys, (netuid, hotkey, coldkey), ())
        ctx.put(storage.Lock, (coldkey, netuid, hotkey), lock._asdict())


def cleanup_lock(ctx: Context, coldkey: bytes, netuid: int) -> None:
    """Roll a coldkey's lock and write it, so that dust is removed."""
    position = position_of(ctx, coldkey, netuid)
    if position is not None:
        position.save(ctx)


def force_reduce_lock(ctx: Context, coldkey: bytes, netuid: int, amount: int) -> None:
    """Remove a part of a lock whose stake is gone, with conviction in proportion."""
    position = position_of(ctx, coldkey, netuid)
    if position is None:
        return
    lock, bucket = position.lock, position.bucket
    aggregate = bucket.rolled(ctx, position.aggregate)
    left = _reduced(lock, amount, ctx.block_number)
    aggregate = aggregate.minus(
        lock.locked_mass - left.locked_mass, U64F64.sub(lock.conviction, left.conviction)
    )
    position._replace(lock=left, aggregate=aggregate).save(ctx)


def stake_availability(ctx: Context, coldkey: bytes, netuid: int) -> tuple[int, int, int]:
    """A coldkey's alpha on a subnet: the total, the locked and the available part."""
    total = coldkey_stake_on_subnet(ctx, coldkey, netuid)
    position = position_of(ctx, coldkey, netuid)
    locked = position.lock.locked_mass if position else 0
    return total, locked, max(0, total - locked)


def ensure_available(ctx: Context, coldkey: bytes, netuid: int, amount: int) -> None:
    """Fail with `StakeUnavailable` for alpha that a lock holds."""
    ensure(stake_availability(ctx, coldkey, netuid)[2] >= amount, errors.StakeUnavailable)


def accepts_locked_alpha(ctx: Context, coldkey: bytes) -> bool:
    """Whether a coldkey accepts locked stake."""
    return bool(ctx.get(storage.AccountFlags, coldkey) & _ACCEPTS_LOCKED_ALPHA)


def set_accepts_locked_alpha(ctx: Context, coldkey: bytes, accepts: bool) -> None:
    """Set the flag; default flags are not stored."""
    flags = ctx.get(storage.AccountFlags, coldkey)
    flags = flags | _ACCEPTS_LOCKED_ALPHA if accepts else flags & ~_ACCEPTS_LOCKED_ALPHA
    if flags:
        ctx.put(storage.AccountFlags, coldkey, flags)
    else:
        ctx.remove(storage.AccountFlags, coldkey)


def destroy_locks(ctx: Context, netuid: int) -> None:
    """Delete every lock on a dissolved subnet."""
    for hotkey, coldkey in list(ctx.keys(storage.LockingColdkeys, netuid)):
        ctx.remove(storage.Lock, (coldkey, netuid, hotkey))
    ctx.clear_prefix(storage.LockingColdkeys, netuid)
    ctx.clear_prefix(storage.HotkeyLock, netuid)
    ctx.clear_prefix(storage.DecayingHotkeyLock, netuid)
    ctx.remove(storage.OwnerLock, netuid)
    ctx.remove(storage.DecayingOwnerLock, netuid)
    for coldkey, on in list(ctx.keys(storage.DecayingLock)):
        if on == netuid:
            ctx.remove(storage.DecayingLock, (coldkey, on))


def decoded(value: dict[str, int] | None) -> LockState | None:
    """A stored lock."""
    return None if value is None else LockState(**value)


def _reduced(lock: LockState, amount: int, now: int) -> LockState:
    mass = max(0, lock.locked_mass - amount)
    if mass == 0:
        return empty_lock(now)
    removed = U64F64.safe_div(U64F64.from_int(amount), U64F64.from_int(lock.locked_mass))
    return LockState(mass, U64F64.mul(lock.conviction, U64F64.sub(U64F64.one, removed)), now)
