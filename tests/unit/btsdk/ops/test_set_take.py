"""Takes of delegates and of children."""

from __future__ import annotations

from fractions import Fraction

import pytest

from btsdk.errors import UsageError
from btsdk.ops import SetChildkeyTake, SetTake
from tests.unit.btsdk.staked import ALICE_2, BOB, BOB_1, FIRST, NOBODY, Staked


def test_a_take_decreases_and_increases(real: Staked) -> None:
    assert real.view.delegate_take(ALICE_2) == Fraction(11_796, 65_535)
    lower = SetTake(ALICE_2, "9%")
    assert real.draft(lower).call.name == "decrease_take"
    receipt = real.do(lower)
    assert "TakeDecreased" in {event.name for event in receipt.events}
    assert real.view.delegate_take(ALICE_2) == Fraction(65_535 * 9 // 100, 65_535)
    higher = SetTake(ALICE_2, "10%")
    assert real.draft(higher).call.name == "increase_take"
    real.refuses(higher, "DelegateTxRateLimitExceeded")
    assert "from block" in real.draft(higher).warnings[0]
    real.set(TxDelegateTakeRateLimit=2)
    real.chain.advance(2)
    receipt = real.do(higher)
    assert "TakeIncreased" in {event.name for event in receipt.events}


def test_refusals_of_takes(real: Staked) -> None:
    real.refuses(SetTake(ALICE_2, "19%"), "DelegateTakeTooHigh")
    real.refuses(SetTake(BOB_1, "9%"), "NonAssociatedColdKey")
    real.refuses(SetTake(NOBODY, "9%"), "HotKeyAccountNotExists")
    real.set(MinDelegateTake=6_000)
    real.refuses(SetTake(ALICE_2, "9%"), "DelegateTakeTooLow")
    with pytest.raises(UsageError, match="already"):
        real.draft(SetTake(ALICE_2, real.view.delegate_take(ALICE_2)))


def test_childkey_takes(real: Staked) -> None:
    receipt = real.do(SetChildkeyTake(ALICE_2, FIRST, "5%"))
    assert "ChildKeyTakeSet" in {event.name for event in receipt.events}
    assert real.view.childkey_take(ALICE_2, FIRST) == Fraction(65_535 * 5 // 100, 65_535)
    real.do(SetChildkeyTake(ALICE_2, FIRST, "4%"))  # lower: at any time
    real.refuses(SetChildkeyTake(ALICE_2, FIRST, "19%"), "InvalidChildkeyTake")
    real.refuses(SetChildkeyTake(ALICE_2, FIRST, "5%"), "NonAssociatedColdKey", BOB)
    real.set(MinChildkeyTakePerSubnet=[[[FIRST], 4_000]])
    assert real.view.childkey_take_bounds(FIRST)[0] == Fraction(4_000, 65_535)
    real.refuses(SetChildkeyTake(ALICE_2, FIRST, "5%"), "InvalidChildkeyTake")


def test_a_float_is_no_take() -> None:
    take: object = 0.18
    with pytest.raises(UsageError, match="float"):
        SetTake(ALICE_2, take)  # type: ignore[arg-type]
