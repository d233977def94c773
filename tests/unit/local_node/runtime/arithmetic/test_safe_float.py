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
        ((123_456_789, 0), (123_456_789 * 10**12, -12)),
        ((10**21, 0), (10**21, 0)),
    ],
)
def test_normal_form(before: tuple[int, int], after: tuple[int, int]) -> None:
    assert safe_float(*before) == SafeFloat(*after)


def test_what_has_no_answer_is_none() -> None:
    one = from_u64(1)
    assert one.divided_by(ZERO) is None
    assert one.mul_div(one, ZERO) is None
    assert ZERO.minus(one) is None
    assert safe_float(10**21 + 1) is None
    assert normalized(1, -(2**63)) is None
