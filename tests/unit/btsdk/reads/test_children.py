"""Children, parents, pending children, takes."""

from __future__ import annotations

from fractions import Fraction

from btsdk.ops import SetChildren
from btsdk.reads.children import ALL, Kin
from tests.unit.btsdk.staked import ALICE_2, BOB_1, FIRST, NOBODY, SECOND, Staked


def test_none(real: Staked) -> None:
    view = real.view
    assert view.children(NOBODY, FIRST) == view.parents(NOBODY, FIRST) == []
    assert view.pending_children(NOBODY, FIRST) is None
    assert view.auto_parent_delegation(NOBODY) is True


def test_kin_and_shares(real: Staked) -> None:
    real.set(
        ChildKeys=[[[ALICE_2, FIRST], [[ALL // 4, BOB_1], [ALL, NOBODY]]]],
        ParentKeys=[[[BOB_1, FIRST], [[ALL // 4, ALICE_2]]]],
    )
    view = real.view
    quarter = Fraction(ALL // 4, ALL)
    assert view.children(ALICE_2, FIRST) == [Kin(BOB_1, quarter), Kin(NOBODY, Fraction(1))]
    assert view.parents(BOB_1, FIRST) == [Kin(ALICE_2, quarter)]
    assert view.children(ALICE_2, SECOND) == []


def test_pending_removal_is_not_the_same_as_none(real: Staked) -> None:
    real.do(SetChildren(ALICE_2, FIRST, []))
    pending = real.view.pending_children(ALICE_2, FIRST)
    assert pending.children == ()
    assert pending.block > real.view.number


def test_takes(real: Staked) -> None:
    real.set(ChildkeyTake=[[[BOB_1, FIRST], 100]], MinChildkeyTake=50, MaxChildkeyTake=5_000)
    view = real.view
    assert view.childkey_take(BOB_1, FIRST) == Fraction(100, 65_535)
    assert view.childkey_take(BOB_1, SECOND) == Fraction(50, 65_535)
    assert view.childkey_take_bounds(FIRST) == (Fraction(50, 65_535), Fraction(5_000, 65_535))
