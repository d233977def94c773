"""Series against the true functions, within what their constants of 23 places allow."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_node.runtime.arithmetic.fixed import I32F32, I64F64, I96F32, U64F64
from local_node.runtime.arithmetic.transcendental import exp, ln, log2, sqrt


@given(st.floats(0.001, 1e9))
def test_logarithms(number: float) -> None:
    bits = I64F64.from_float(number)
    binary, natural = log2(I64F64, bits), ln(I64F64, bits)
    assert binary is not None
    assert natural is not None
    assert binary / 2**64 == pytest.approx(math.log2(number), abs=1e-6)
    assert natural / 2**64 == pytest.approx(math.log(number), abs=1e-5)


@given(st.floats(-20, 20))
def test_exponential(number: float) -> None:
    result = exp(I32F32, I32F32.from_float(number))
    assert result is not None
    assert result / 2**32 == pytest.approx(
        math.exp(number), rel=1e-2 if number > 9 else 1e-5, abs=1e-8
    )


def test_exponential_of_one_is_the_constant_of_23_places() -> None:
    assert exp(I32F32, I32F32.one) == int(math.e * 2**23) << 9


def test_powers_of_two_have_whole_logarithms() -> None:
    for exponent in range(31):
        assert log2(I96F32, I96F32.from_int(2**exponent)) == I96F32.from_int(exponent)


def test_what_has_no_answer_is_none() -> None:
    assert log2(I32F32, 0) is None
    assert ln(I32F32, -1) is None
    assert exp(I32F32, I32F32.from_int(22)) is None
    assert sqrt(I32F32, -1, 0) is None


# `test_checked_sqrt_positive_values`, `…_large_value` of the chain's safe-math.
@pytest.mark.parametrize("number", [0.0, 0.25, 2.0, 4.0, 1e12])
def test_square_root_within_epsilon(number: float) -> None:
    epsilon = U64F64.from_float(0.0001)
    result = sqrt(U64F64, U64F64.from_float(number), epsilon)
    assert result is not None
    assert result / 2**64 == pytest.approx(math.sqrt(number), abs=0.0001)
