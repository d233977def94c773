"""Locking, moving and giving locked stake; buckets follow every lock."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.staking.add.add_stake import add_stake
from local_node.runtime.pallets.subtensor.staking.locks.lock_settings import (
    set_perpetual_lock,
    set_reject_locked_alpha,
)
from local_node.runtime.pallets.subtensor.staking.locks.lock_stake import lock_stake
from local_node.runtime.pallets.subtensor.staking.locks.move_lock import move_lock
from local_node.runtime.pallets.subtensor.staking.locks.positions import (
    destroy_locks,
    force_reduce_lock,
    stake_availability,
)
from local_node.runtime.pallets.subtensor.staking.locks.subnet_king import (
    ONE_YEAR,
    change_owner_if_needed,
    hotkey_conviction,
    subnet_king,
    total_conviction,
)
from local_node.runtime.pallets.subtensor.staking.move.transfer_stake import transfer_stake
from local_node.runtime.pallets.subtensor.staking.remove.remove_stake import remove_stake
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    HOTKEY_2,
    NETUID,
    OTHER,
    TAO,
    at_block,
    by,
    fails,
    started_chain,
)

ONE = 2**64


def locked_chain(amount: int = TAO) -> Context:
    ctx = started_chain()
    add_stake(ctx, by(COLDKEY), HOTKEY, NETUID, 20 * TAO)
    lock_stake(ctx, by(COLDKEY), HOTKEY, NETUID, amount)
    return ctx


def lock_of(ctx: Context, coldkey: bytes, hotkey: bytes) -> tuple[int, int] | None:
    lock = ctx.get(storage.Lock, (coldkey, NETUID, hotkey))
    return None if lock is None else (lock["locked_mass"], lock["conviction"])


def test_locked_stake_cannot_leave_and_free_stake_can() -> None:
    ctx = locked_chain()
    held = stake_of(ctx, HOTKEY, COLDKEY, NETUID)
    assert stake_availability(ctx, COLDKEY, NETUID) == (held, TAO, held - TAO)
    with fails(errors.StakeUnavailable):
        remove_stake(ctx, by(COLDKEY), HOTKEY, NETUID, held)
    remove_stake(ctx, by(COLDKEY), HOTKEY, NETUID, held - TAO)
    assert stake_of(ctx, HOTKEY, COLDKEY, NETUID) == TAO


def test_what_a_lock_asks() -> None:
    ctx = locked_chain()
    with fails(errors.AmountTooLow):
        lock_stake(ctx, by(COLDKEY), HOTKEY, NETUID, 0)
    with fails(errors.HotKeyAccountNotExists):
        lock_stake(ctx, by(COLDKEY), b"\x79" * 32, NETUID, 1)
    with fails(errors.LockHotkeyMismatch):
        lock_stake(ctx, by(COLDKEY), HOTKEY_2, NETUID, TAO)
    with fails(errors.InsufficientStakeForLock):
        lock_stake(ctx, by(COLDKEY), HOTKEY, NETUID, 10 * TAO)
    with fails(errors.NoExistingLock):
        move_lock(ctx, by(OTHER), HOTKEY, NETUID)


def test_a_second_lock_adds_to_the_first_and_to_the_bucket() -> None:
    ctx = locked_chain()
    lock_stake(ctx, by(COLDKEY), HOTKEY, NETUID, TAO)
    assert lock_of(ctx, COLDKEY, HOTKEY) == (2 * TAO, 0)
    bucket = ctx.get(storage.DecayingHotkeyLock, (NETUID, HOTKEY))
    assert bucket is not None
    assert bucket["locked_mass"] == 2 * TAO
    assert list(ctx.keys(storage.LockingColdkeys, NETUID)) == [(HOTKEY, COLDKEY)]


def test_a_perpetual_lock_counts_in_the_other_bucket() -> None:
    ctx = locked_chain()
    set_perpetual_lock(ctx, by(COLDKEY), NETUID, True)
    assert ctx.get(storage.DecayingHotkeyLock, (NETUID, HOTKEY)) is None
    bucket = ctx.get(storage.HotkeyLock, (NETUID, HOTKEY))
    assert bucket is not None
    assert bucket["locked_mass"] == TAO
    at_block(ctx, 934_867)
    assert stake_availability(ctx, COLDKEY, NETUID)[1] == TAO
    set_perpetual_lock(ctx, by(COLDKEY), NETUID, False)
    assert ctx.get(storage.HotkeyLock, (NETUID, HOTKEY)) is None
    at_block(ctx, 2 * 934_866 + 1)
    left = stake_availability(ctx, COLDKEY, NETUID)[1]
    assert abs(left - TAO / 2.718281828) < 1_000


def test_a_lock_moves_and_keeps_conviction_only_with_the_owner() -> None:
    ctx = locked_chain()
    at_block(ctx, 100_001)
    conviction = hotkey_conviction(ctx, HOTKEY, NETUID)
    assert conviction > 0
    move_lock(ctx, by(COLDKEY), HOTKEY_2, NETUID)  # another owner
    moved = lock_of(ctx, COLDKEY, HOTKEY_2)
    assert moved is not None
    assert moved[1] == 0
    assert lock_of(ctx, COLDKEY, HOTKEY) is None
    assert ctx.get(storage.DecayingHotkeyLock, (NETUID, HOTKEY)) is None
    assert total_conviction(ctx, NETUID) == 0
    ctx.put(storage.Owner, HOTKEY_2, COLDKEY)
    at_block(ctx, 200_001)
    gained = hotkey_conviction(ctx, HOTKEY_2, NETUID)
    move_lock(ctx, by(COLDKEY), HOTKEY, NETUID)
    assert hotkey_conviction(ctx, HOTKEY, NETUID) == gained > 0


def test_stake_that_is_given_takes_its_lock_along_if_the_receiver_agrees() -> None:
    ctx = locked_chain()
    held = stake_of(ctx, HOTKEY, COLDKEY, NETUID)
    with fails(errors.AccountRejectsLockedAlpha):
        transfer_stake(ctx, by(COLDKEY), OTHER, HOTKEY, NETUID, NETUID, held)
    set_reject_locked_alpha(ctx, by(OTHER), False)
    transfer_stake(ctx, by(COLDKEY), OTHER, HOTKEY, NETUID, NETUID, held - TAO // 2)
    assert lock_of(ctx, COLDKEY, HOTKEY) == (TAO // 2, 0)
    assert lock_of(ctx, OTHER, HOTKEY) == (TAO - TAO // 2, 0)
    bucket = ctx.get(storage.DecayingHotkeyLock, (NETUID, HOTKEY))
    assert bucket is not None
    assert bucket["locked_mass"] == TAO
    set_reject_locked_alpha(ctx, by(OTHER), True)
    assert not ctx.contains(storage.AccountFlags, OTHER)


def test_forced_reduction_takes_conviction_in_proportion() -> None:
    ctx = locked_chain()
    set_perpetual_lock(ctx, by(COLDKEY), NETUID, True)
    at_block(ctx, 100_001)
    before = hotkey_conviction(ctx, HOTKEY, NETUID)
    force_reduce_lock(ctx, COLDKEY, NETUID, TAO // 4)
    mass, conviction = lock_of(ctx, COLDKEY, HOTKEY) or (0, 0)
    assert mass == TAO - TAO // 4
    assert abs(conviction - before * 3 // 4) < ONE
    force_reduce_lock(ctx, COLDKEY, NETUID, TAO)
    assert lock_of(ctx, COLDKEY, HOTKEY) is None
    assert total_conviction(ctx, NETUID) == 0


def test_after_a_year_the_leading_hotkeys_owner_takes_the_subnet() -> None:
    ctx = locked_chain(3 * TAO)
    set_perpetual_lock(ctx, by(COLDKEY), NETUID, True)
    ctx.put(storage.SubnetOwner, NETUID, OTHER)
    ctx.put(storage.SubnetOwnerHotkey, NETUID, HOTKEY_2)
    at_block(ctx, ONE_YEAR - 1)
    change_owner_if_needed(ctx, NETUID)
    assert ctx.get(storage.SubnetOwner, NETUID) == OTHER
    at_block(ctx, ONE_YEAR)
    assert subnet_king(ctx, NETUID) == HOTKEY
    change_owner_if_needed(ctx, NETUID)
    assert ctx.get(storage.SubnetOwner, NETUID) == COLDKEY
    assert ctx.get(storage.SubnetOwnerHotkey, NETUID) == HOTKEY
    assert ctx.contains(storage.Uids, (NETUID, HOTKEY))
    assert ctx.get(storage.HotkeyLock, (NETUID, HOTKEY)) is None
    crowned = ctx.get(storage.OwnerLock, NETUID)
    assert crowned is not None
    assert crowned["conviction"] == 3 * TAO * ONE  # full conviction at once
    destroy_locks(ctx, NETUID)
    for item in (storage.Lock, storage.LockingColdkeys, storage.OwnerLock, storage.DecayingLock):
        assert not list(ctx.keys(item))
