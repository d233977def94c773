"""Parts of a whole: each operation is one rational, rounded as its name says."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from hypothesis import given
from hypothesis import strategies as st

from local_node.runtime.arithmetic.perthings import Perbill, Percent, Perquintill

u128 = st.integers(0, 2**128 - 1)


@given(u128, u128)
def test_a_rational_is_rounded_down_and_capped_at_one(numerator: int, denominator: int) -> None:
    part = Perquintill.from_rational(numerator, denominator)
    if denominator == 0 or numerator >= denominator:
        assert part == 10**18
    else:
        assert part == floor(Fraction(numerator, denominator) * 10**18)


@given(st.integers(0, 10**9), st.integers(0, 2**64 - 1))
def test_products_round_to_nearest_down_or_up(part: int, amount: int) -> None:
    exact = Fraction(part * amount, 10**9)
    assert Perbill.mul_floor(part, amount) == floor(exact)
    assert Perbill.mul_ceil(part, amount) == ceil(exact)
    assert Perbill.mul(part, amount) == ceil(exact - Fraction(1, 2))  # halves go down


def test_half_of_an_odd_amount_goes_down() -> None:
    assert Percent.mul(50, 7) == 3
    assert Percent.mul(51, 7) == 4
