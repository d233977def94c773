"""The share pools' decimal float against exact rationals."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_node.runtime.arithmetic.safe_float import (
    ZERO,
    SafeFloat,
    from_u64,
    from_u64f64,
    normalized,
    safe_float,
)

DIGITS = Fraction(1, 10**20)
"""A normalized mantissa is above 10^20: cutting it errs by less than this part of it."""

mantissas = st.integers(1, 10**21)
exponents = st.integers(-60, 60)


def exact(number: SafeFloat | None) -> Fraction:
    assert number is not None
    return number.mantissa * Fraction(10) ** number.exponent


floats = st.builds(lambda m, e: normalized(m, e) or ZERO, mantissas, exponents)


@given(mantissas, exponents)
def test_normalizing_keeps_the_value_within_its_digits(mantissa: int, exponent: int) -> None:
    number = normalized(mantissa, exponent)
    assert number is not None
    assert 10**20 < number.mantissa <= 10**21
    assert exact(number) == mantissa * Fraction(10) ** exponent


@given(floats, floats, floats)
def test_operations_cut_digits_and_err_no_further(a: SafeFloat, b: SafeFloat, c: SafeFloat) -> None:
    for result, true in (
        (a.plus(b), exact(a) + exact(b)),
        (a.divided_by(b), exact(a) / exact(b)),
        (a.mul_div(b, c), exact(a) * exact(b) / exact(c)),
    ):
        # A quotient of two mantissas may start with one digit less than the result will have.
        assert true * (1 - 30 * DIGITS) <= exact(result) <= true
    difference = exact(a.minus(b))
    assert abs(difference - max(exact(a) - exact(b), 0)) <= exact(a) * 3 * DIGITS


@given(st.integers(0, 2**64 - 1))
def test_whole_numbers_come_back(number: int) -> None:
    assert from_u64(number).to_u64() == number


@given(st.integers(1, 2**128 - 1))
def test_a_binary_share_keeps_its_value(bits: int) -> None:
    true = Fraction(bits, 2**64)
    assert abs(exact(from_u64f64(bits)) - true) <= true * 3 * DIGITS + Fraction(1, 10**38)


@given(floats, floats)
def test_comparison_of_close_numbers(a: SafeFloat, b: SafeFloat) -> None:
    if abs(a.exponent - b.exponent) <= 1:
        assert a.exceeds(b) == (exact(a) > exact(b))


# `test_safefloat_normalize` of the chain's share-pool: mantissa, exponent before and after.
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((0, 0), (0, 0)),
        ((1, 0), (10**21, -21)),
        ((10, 0), (10**21, -20)),
        ((1_000, 0), (10**21, -18)),
        ((10**20, 0), (10**21, -1)),
        ((123_456_789, 0), (123_456_789 * 10**12, -12)),
        ((10**21, 0), (10**21, 0)),
    ],
)
def test_normal_form(before: tuple[int, int], after: tuple[int, int]) -> None:
    assert safe_float(*before) == SafeFloat(*after)


# `test_safefloat_add` of the chain's share-pool: two summands and their sum, either way round.
@pytest.mark.parametrize(
    ("a", "b", "total"),
    [
        ((1, 0), (1, 0), (2 * 10**20, -20)),
        ((0, 0), (1, 0), (10**21, -21)),
        ((0, 0), (1, -1), (10**21, -22)),
        ((1, -1000), (1, -1), (10**21, -22)),
        ((10**21, 0), (10**21, 0), (2 * 10**20, 1)),
        ((1, 0), (10**21, 1), (10**21, 1)),
        ((1, 0), (1, 22), (10**21, 1)),
        ((1, 0), (1, 23), (10**21, 2)),
        ((123, 0), (1, 23), (10**21, 2)),
        ((123, 1), (1, 23), (10**20 + 1, 3)),
        ((42, 0), (1, 22), (10**21, 1)),
        ((10**21 - 1, 0), (1, 22), (109_999_999_999_999_999_999, 2)),
        ((42, 0), (1, 23), (10**21, 2)),
        ((4_200, 0), (1, 23), (10**20 + 4, 3)),
        ((10**21 - 1, 0), (1, 23), (100_999_999_999_999_999_999, 3)),
        ((999_999, 1), (1, 23), (100_000_000_000_000_009_999, 3)),
        ((1, 24), (1, 0), (10**21, 3)),
        ((1, 24), (123_456_789_012_345_678_901, 0), (100_012_345_678_901_234_567, 4)),
        ((1, 22), (1, 23), (11 * 10**19, 3)),
        ((10**21 - 1, 22), (1, 22), (10**21, 22)),
    ],
)
def test_sums_that_the_chain_publishes(
    a: tuple[int, int], b: tuple[int, int], total: tuple[int, int]
) -> None:
    left, right = safe_float(*a), safe_float(*b)
    assert left is not None
    assert right is not None
    assert left.plus(right) == right.plus(left) == SafeFloat(*total)


# Worked out from `div`, `sub` and `mul_div` (`primitives/share-pool/src/lib.rs`): a mantissa is
# scaled by 10^21 before it is divided, every digit beyond is cut, and 10^20 itself is too short.
def test_digits_are_cut_where_the_chain_cuts_them() -> None:
    one, two, three = from_u64(1), from_u64(2), from_u64(3)
    # 10^21 * 10^21 / (3 * 10^20) = 3.33... * 10^21, one digit too many
    assert one.divided_by(three) == SafeFloat(333_333_333_333_333_333_333, -21)
    # 2 * 10^20 * 10^21 / (3 * 10^20) = 6.66... * 10^20
    assert two.divided_by(three) == SafeFloat(666_666_666_666_666_666_666, -21)
    # the product of two mantissas has the digits already
    assert one.mul_div(one, three) == SafeFloat(333_333_333_333_333_333_333, -21)
    # the subtrahend loses its last digit first: 10^21 - 10^19, in units of 10^-20
    minus = SafeFloat(10**21, -20).minus(SafeFloat(10**20 + 7, -21))
    assert minus == SafeFloat(10**21 - 10**19, -20)


def test_what_has_no_answer_is_none() -> None:
    one = from_u64(1)
    assert one.divided_by(ZERO) is None
    assert one.mul_div(one, ZERO) is None
    assert ZERO.minus(one) is None
    assert safe_float(10**21 + 1) is None
    assert normalized(1, -(2**63)) is None
