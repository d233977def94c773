"""`SubtensorModule.lock_stake`: lock a coldkey's alpha on a subnet to one hotkey."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, events
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import ensure
from local_node.runtime.frame.origin import Origin, ensure_signed
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import ensure_hotkey_exists
from local_node.runtime.pallets.subtensor.staking.locks.conviction import LockState
from local_node.runtime.pallets.subtensor.staking.locks.positions import (
    locked_hotkey,
    rolled_position,
)
from local_node.runtime.pallets.subtensor.staking.stake import coldkey_stake_on_subnet


def lock_stake(ctx: Context, origin: Origin, hotkey: bytes, netuid: int, amount: int) -> None:
    """``amount`` is rao of alpha to add to the lock; the hotkey must be that of an existing
    lock."""
    lock_alpha(ctx, ensure_signed(origin), netuid, hotkey, amount)


def lock_alpha(ctx: Context, coldkey: bytes, netuid: int, hotkey: bytes, amount: int) -> None:
    """Check and lock."""
    ensure(amount, errors.AmountTooLow)
    ensure_hotkey_exists(ctx, hotkey)
    total = coldkey_stake_on_subnet(ctx, coldkey, netuid)
    existing = locked_hotkey(ctx, coldkey, netuid)
    ensure(existing in (None, hotkey), errors.LockHotkeyMismatch)
    position = rolled_position(ctx, coldkey, netuid, hotkey)
    if position.lock.is_empty():
        lock = LockState(amount, 0, ctx.block_number)
    else:
        lock = position.lock.plus(LockState(amount, 0, 0))
    ensure(total >= lock.locked_mass, errors.InsufficientStakeForLock)
    position.with_rolled(ctx, lock).with_added(ctx, amount).save(ctx)
    ctx.emit(events.StakeLocked, coldkey=coldkey, hotkey=hotkey, netuid=netuid, amount=amount)
