"""Fixed-point types against exact rationals: floor for products, zeroward for quotients."""

from __future__ import annotations

from fractions import Fraction
from math import floor, trunc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_node.runtime.arithmetic.fixed import I32F32, I64F64, I96F32, U64F64, U96F32, FixedType

TYPES = (U64F64, U96F32, I32F32, I64F64, I96F32)


def value(kind: FixedType, bits: int) -> Fraction:
    return Fraction(bits, 2**kind.frac_bits)


def pairs(kind: FixedType) -> st.SearchStrategy[tuple[int, int]]:
    small = st.integers(max(kind.min, -(2**70)), min(kind.max, 2**70))
    whole = st.one_of(st.integers(kind.min, kind.max), small)
    return st.tuples(whole, whole)


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
@given(data=st.data())
def test_arithmetic_is_the_rounded_exact_result(kind: FixedType, data: st.DataObject) -> None:
    a, b = data.draw(pairs(kind))
    unit = 2**kind.frac_bits
    x, y = value(kind, a), value(kind, b)

    def saturated(bits: int) -> int:
        return max(kind.min, min(bits, kind.max))

    assert kind.add(a, b) == saturated(a + b)
    assert kind.sub(a, b) == saturated(a - b)
    product = floor(x * y * unit)
    assert kind.mul(a, b) == saturated(product)
    assert kind.checked_mul(a, b) == (product if kind.min <= product <= kind.max else None)
    if b:
        quotient = trunc(x / y * unit)
        assert kind.div(a, b) == saturated(quotient)
        fits = kind.min <= quotient <= kind.max
        assert kind.safe_div(a, b, default=7) == (quotient if fits else 7)
    else:
        assert kind.safe_div(a, b) == 0
        with pytest.raises(ZeroDivisionError):
            kind.div(a, b)


@given(st.integers(I32F32.min, I32F32.max))
def test_conversions_round_down_and_saturate(bits: int) -> None:
    exact = value(I32F32, bits)
    assert I32F32.to_int(bits) == floor(exact)
    assert I32F32.to_u64(bits) == max(0, floor(exact))
    assert I32F32.to_u16(bits) == max(0, min(floor(exact), 65535))
    assert value(I64F64, I64F64.from_fixed(bits, I32F32)) == exact
    assert U64F64.from_fixed(bits, I32F32) == max(0, bits) << 32
    assert I32F32.floor(bits) == floor(exact) << 32
    assert value(I32F32, I32F32.frac(bits)) == exact - floor(exact)


def test_a_type_with_fewer_places_cuts_them_off() -> None:
    third = U64F64.div(U64F64.one, U64F64.from_int(3))
    assert U96F32.from_fixed(third, U64F64) == 2**32 // 3
    assert I32F32.from_fixed(-1, I64F64) == -1  # the greatest number below zero stays below it


# `test_checked_floor` of the chain's safe-math.
@pytest.mark.parametrize(
    ("number", "expected"), [(9.999, 9), (0.5, 0), (-0.1, -1), (-1.5, -2), (-5.0, -5)]
)
def test_floor_rounds_toward_minus_infinity(number: float, expected: int) -> None:
    assert I64F64.floor(I64F64.from_float(number)) == I64F64.from_int(expected)


def test_literals_are_rounded_to_nearest_even() -> None:
    assert I32F32.from_float(0.5) == 2**31
    assert I32F32.from_float(2**-33) == 0  # a tie, to even
    assert I32F32.from_float(3 * 2**-33) == 2


def test_rounding_to_whole_numbers_takes_ties_away_from_zero() -> None:
    assert I32F32.round(I32F32.from_float(2.5)) == I32F32.from_int(3)
    assert I32F32.round(I32F32.from_float(-2.5)) == I32F32.from_int(-3)
    assert I32F32.round(I32F32.from_float(2.25)) == I32F32.from_int(2)
