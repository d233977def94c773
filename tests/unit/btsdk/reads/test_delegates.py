"""Delegates and takes."""

from __future__ import annotations

from fractions import Fraction

from btsdk.ops import AddStake, MoveStake
from tests.unit.btsdk.staked import ALICE, ALICE_2, BOB, BOB_1, FIRST, NOBODY, Staked, alpha, tao


def test_a_delegate(real: Staked) -> None:
    assert real.view.is_delegate(NOBODY) is False
    assert real.view.delegate(NOBODY) is None
    # The stake of another coldkey makes a hotkey a delegate.
    real.do(AddStake(BOB_1, FIRST, tao("5"), limit_price=tao("100")))
    view = real.view
    found = view.delegate(BOB_1)
    assert found is not None
    assert view.is_delegate(BOB_1)
    assert found.owner == BOB.ss58_address
    assert found.take == view.delegate_take(BOB_1)
    assert FIRST in found.registrations
    assert set(found.nominators) == {ALICE.ss58_address, BOB.ss58_address}
    assert found.hotkey in {one.hotkey for one in view.delegates()}
    mine = [one for one in view.delegated(ALICE) if one.delegate.hotkey == BOB_1]
    assert [(one.netuid, one.amount) for one in mine] == [(FIRST, view.stake(ALICE, BOB_1, FIRST))]
    assert mine[0].delegate.nominators == {}


def test_takes(real: Staked) -> None:
    assert real.view.delegate_take(NOBODY) == Fraction(11_796, 65_535)
    real.set(MinDelegateTake=655, MaxDelegateTake=11_796)
    least, most = real.view.delegate_take_bounds()
    assert (least, most) == (Fraction(655, 65_535), Fraction(11_796, 65_535))
    real.do(MoveStake(ALICE_2, FIRST, BOB_1, FIRST, alpha("1")))
    assert real.view.delegate_take(BOB_1) == Fraction(11_796, 65_535)
