"""Fractional powers: exact floors where the exponent is short, true digits where it is not."""

from __future__ import annotations

import decimal
import math

from hypothesis import assume, given
from hypothesis import strategies as st

from local_node.runtime.arithmetic.powers import pow_ratio_scaled

ONE = 10**18


def true_power(base: tuple[int, int], exponent: tuple[int, int], scale: int) -> decimal.Decimal:
    with decimal.localcontext(decimal.Context(prec=120)):
        ratio = decimal.Decimal(base[0]) / base[1]
        return ratio ** (decimal.Decimal(exponent[0]) / exponent[1]) * scale


# `test_perquintill_power` of the chain's balancer.
def test_the_published_power_of_a_pool() -> None:
    x, dx = 21_000_000 * 10**9, 7_000_000 * 10**9
    weights = (600_000_000_000_000_000, 400_000_000_000_000_000)
    assert pow_ratio_scaled((x, x + dx), weights, 4096, ONE) == 649_519_052_838_328_985


@given(
    st.tuples(st.integers(1, 2**64), st.integers(1, 2**64)),
    st.tuples(st.integers(1, 60), st.integers(1, 60)),
)
def test_a_short_exponent_gives_the_exact_floor(
    base: tuple[int, int], exponent: tuple[int, int]
) -> None:
    result = pow_ratio_scaled(base, exponent, 256, 10**6)
    assert result is not None
    (a, b), (p, q) = base, exponent
    assert result**q * b**p <= a**p * 10 ** (6 * q) < (result + 1) ** q * b**p


@given(
    st.integers(10**6, 21 * 10**15),
    st.integers(1, 10**12),
    st.integers(10**16, 99 * 10**16),
)
def test_a_long_exponent_gives_the_true_digits(before: int, added: int, weight: int) -> None:
    base, exponent = (before, before + added), (weight, ONE - weight + 1)
    # Beyond that the chain's own series ends before it has converged.
    assume(math.log(1 + added / before) * weight / (ONE - weight) < 100)
    result = pow_ratio_scaled(base, exponent, 256, ONE)
    assert result is not None
    assert abs(result - true_power(base, exponent, ONE)) <= 1


def test_a_power_too_small_for_the_series_is_what_the_chain_makes_of_it() -> None:
    ratio, exponent = (1_000_000, 31_997_766), (975_432_960_510_249_965, 24_567_039_489_750_036)
    assert true_power(ratio, exponent, ONE) < 1
    assert pow_ratio_scaled(ratio, exponent, 256, ONE) == 2
    assert pow_ratio_scaled(ratio, exponent, 1024, ONE) == 0


def test_edges() -> None:
    assert pow_ratio_scaled((1, 0), (1, 2), 256, ONE) is None
    assert pow_ratio_scaled((1, 2), (1, 0), 256, ONE) is None
    assert pow_ratio_scaled((0, 5), (1, 2), 256, ONE) == 0
    assert pow_ratio_scaled((3, 5), (0, 2), 256, ONE) == ONE
    assert pow_ratio_scaled((2, 3), (1, 2), 0, 1000) == 816
