from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.pallets.subtensor.staking.locks.lock_stake import lock_stake
from local_node.runtime.pallets.subtensor.staking.locks.move_lock import move_lock
from local_node.runtime.pallets.subtensor.staking.locks.positions import stake_availability
from local_node.runtime.pallets.subtensor.staking.remove.remove_stake import remove_stake
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    HOTKEY_2,
    NETUID,
    OTHER,
    TAO,
    by,
    fails,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.locks.locked import (
    lock_of,
    locked_chain,
)


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
