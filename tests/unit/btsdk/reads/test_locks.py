"""Locks and convictions as of a block."""

from __future__ import annotations

from btsdk.ops import LockStake, SetPerpetualLock
from tests.unit.btsdk.staked import (
    ALICE,
    ALICE_1,
    ALICE_2,
    BOB,
    BOB_1,
    FIRST,
    NOBODY,
    SECOND,
    Staked,
    alpha,
)


def test_without_locks(real: Staked) -> None:
    view = real.view
    assert view.coldkey_lock(ALICE, FIRST) is None
    assert view.locks_for_coldkey(ALICE) == view.locks_for_hotkey(ALICE_2, FIRST) == []
    assert view.subnet_convictions(FIRST) == {}
    assert view.most_convicted_hotkey(FIRST) is None
    assert view.hotkey_conviction(NOBODY, FIRST) == alpha("0")


def test_locks_of_two_coldkeys(real: Staked) -> None:
    real.do(SetPerpetualLock(FIRST, enabled=True))
    real.do(LockStake(BOB_1, FIRST, alpha("5")))
    real.do(LockStake(ALICE_2, SECOND, alpha("3", SECOND)))
    real.do(LockStake(BOB_1, FIRST, alpha("9")), BOB)
    real.chain.advance(30)
    view = real.view
    mine, theirs = view.coldkey_lock(ALICE, FIRST), view.coldkey_lock(BOB, FIRST)
    assert mine.amount == alpha("5")
    assert mine.perpetual
    assert theirs.amount < alpha("9")
    assert not theirs.perpetual
    assert view.locks_for_coldkey(ALICE) == [mine, view.coldkey_lock(ALICE, SECOND)]
    assert view.locks_for_hotkey(BOB_1, FIRST) == [theirs, mine]
    total = view.hotkey_conviction(BOB_1, FIRST)
    assert abs(total.rao - (mine.conviction + theirs.conviction).rao) <= 2
    assert view.subnet_convictions(FIRST) == {BOB_1: total}
    assert view.most_convicted_hotkey(FIRST) == BOB_1
    held = view.stake_availability_for_coldkeys([ALICE, BOB, NOBODY], [FIRST])
    assert held[ALICE.ss58_address][FIRST].locked == alpha("5")
    assert held[BOB.ss58_address][FIRST].locked == theirs.amount
    assert held[NOBODY] == {}
    part = held[ALICE.ss58_address][FIRST]
    assert part.total - part.locked == part.available
    assert view.stake_availability(NOBODY, FIRST).total == alpha("0")


def test_a_lock_to_the_owners_hotkey_has_its_conviction_at_once(real: Staked) -> None:
    real.do(LockStake(ALICE_1, FIRST, alpha("5")))
    found = real.view.subnet_convictions(FIRST)
    assert list(found) == [ALICE_1]
    assert found[ALICE_1] == real.view.coldkey_lock(ALICE, FIRST).amount
