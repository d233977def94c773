"""Locks: made, enlarged, moved, perpetual."""

from __future__ import annotations

from btsdk.ops import LockStake, MoveLock, SetPerpetualLock
from tests.unit.btsdk.staked import (
    ALICE,
    ALICE_1,
    ALICE_2,
    BOB_1,
    FIRST,
    NOBODY,
    SECOND,
    Staked,
    alpha,
)


def test_locking(real: Staked) -> None:
    found = real.draft(LockStake(ALICE_2, FIRST, alpha("5")))
    assert any("half of it is released after about" in warning for warning in found.warnings)
    receipt = real.do(LockStake(ALICE_2, FIRST, alpha("5")))
    assert "StakeLocked" in {event.name for event in receipt.events}
    more = real.draft(LockStake(ALICE_2, FIRST, alpha("1")))
    assert any("the lock is then α" in effect for effect in more.effects)
    real.do(LockStake(ALICE_2, FIRST, alpha("1")))
    lock = real.view.coldkey_lock(ALICE, FIRST)
    assert lock.hotkey == ALICE_2
    assert not lock.perpetual
    assert alpha("5.999") < lock.amount <= alpha("6")


def test_locking_for_good(real: Staked) -> None:
    order = LockStake(ALICE_2, FIRST, alpha("5"), perpetual=True)
    found = real.draft(order)
    assert any("the lock is perpetual" in warning for warning in found.warnings)
    assert not any("half of it" in warning for warning in found.warnings)
    names = [event.name for event in real.do(order).events]
    assert names.index("PerpetualLockUpdated") < names.index("StakeLocked")
    assert real.view.coldkey_lock(ALICE, FIRST).perpetual
    assert real.draft(order).call.name == "lock_stake"  # it is perpetual already


def test_refusals_of_locking(real: Staked) -> None:
    real.refuses(LockStake(NOBODY, FIRST, alpha("1")), "HotKeyAccountNotExists")
    real.refuses(LockStake(ALICE_2, FIRST, alpha("10000")), "InsufficientStakeForLock")
    real.do(LockStake(ALICE_2, FIRST, alpha("5")))
    real.refuses(LockStake(BOB_1, FIRST, alpha("1")), "LockHotkeyMismatch")
    free = real.view.stake_availability(ALICE, FIRST).available
    real.refuses(LockStake(ALICE_2, FIRST, free + alpha("10")), "InsufficientStakeForLock")


def test_moving_a_lock(real: Staked) -> None:
    real.refuses(MoveLock(NOBODY, FIRST), "HotKeyAccountNotExists")
    real.refuses(MoveLock(BOB_1, FIRST), "NoExistingLock")
    real.do(LockStake(ALICE_2, FIRST, alpha("5")))
    assert real.draft(MoveLock(ALICE_1, FIRST)).warnings == ()
    lost = real.draft(MoveLock(BOB_1, FIRST)).warnings
    assert any("conviction" in warning and "is lost" in warning for warning in lost)
    receipt = real.do(MoveLock(BOB_1, FIRST))
    assert "LockMoved" in {event.name for event in receipt.events}
    assert real.view.coldkey_lock(ALICE, FIRST).hotkey == BOB_1


def test_a_perpetual_lock(real: Staked) -> None:
    assert any("already" in w for w in real.draft(SetPerpetualLock(FIRST, False)).warnings)
    real.do(LockStake(ALICE_2, FIRST, alpha("5")))
    found = real.draft(SetPerpetualLock(FIRST, enabled=True))
    assert any("nothing of the lock is released" in warning for warning in found.warnings)
    receipt = real.do(SetPerpetualLock(FIRST, enabled=True))
    assert "PerpetualLockUpdated" in {event.name for event in receipt.events}
    before = real.view.coldkey_lock(ALICE, FIRST)
    assert before.perpetual
    assert real.view.is_perpetual_lock(ALICE, FIRST)
    real.chain.advance(20)
    assert real.view.coldkey_lock(ALICE, FIRST).amount == before.amount
    assert any("perpetual" in w for w in real.draft(LockStake(ALICE_2, FIRST, alpha("1"))).warnings)
    real.do(SetPerpetualLock(FIRST, enabled=False))
    assert not real.view.is_perpetual_lock(ALICE, FIRST)
    assert real.view.is_perpetual_lock(ALICE, SECOND) is False
