"""The pool's formulas against the true powers, within the last rao."""

from __future__ import annotations

import decimal
import math
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from local_node.runtime.pallets.swap.balancer import (
    ACCURACY,
    MIN_WEIGHT,
    Balancer,
    initial_balancer,
)

ONE = 2**64
reserves = st.integers(10**6, 21 * 10**15)
weights = st.integers(MIN_WEIGHT, ACCURACY - MIN_WEIGHT)


def power(base: Fraction, exponent: Fraction) -> decimal.Decimal:
    with decimal.localcontext(decimal.Context(prec=80)):
        ratio = decimal.Decimal(base.numerator) / base.denominator
        return ratio ** (decimal.Decimal(exponent.numerator) / exponent.denominator)


@given(reserves, reserves, st.integers(0, 10**15))
def test_equal_weights_are_a_constant_product(alpha: int, tao: int, paid: int) -> None:
    # x * y = k: the payout is y * dx / (x + dx), less what 18 digits cut.
    balancer = Balancer()
    for payout, reserve, against in (
        (balancer.tao_out(alpha, tao, paid), tao, alpha),
        (balancer.alpha_out(alpha, tao, paid), alpha, tao),
    ):
        exact = Fraction(reserve * paid, against + paid)
        assert exact - 1 <= payout <= exact + Fraction(reserve, 10**18) + 1


@given(reserves, reserves, st.integers(0, 10**15), weights)
def test_a_payout_keeps_the_weighted_product(alpha: int, tao: int, paid: int, quote: int) -> None:
    balancer = Balancer(quote)
    # Beyond that the chain's own series ends before it has converged; see the next test.
    assume(math.log(1 + paid / alpha) * balancer.base / balancer.quote < 100)
    left = power(Fraction(alpha, alpha + paid), Fraction(balancer.base, balancer.quote))
    exact = tao * (1 - left)
    assert abs(balancer.tao_out(alpha, tao, paid) - exact) <= 2 + decimal.Decimal(tao) / 10**17


def test_a_payout_beyond_the_reach_of_the_series_is_what_the_chain_makes_of_it() -> None:
    """`exp_fixed` of safe-bigmath ends after 256 + 24 + 128 terms. Here it is asked for e^-153, the
    408th term is still some fifty, and what it has by then is above one: the pool keeps all, and
    the seller gets nothing where the true payout is the whole reserve.
    """
    balancer = Balancer(13_185_445_713_982_250)
    logarithm = math.log(7.736251) * balancer.base / balancer.quote
    assert 153 < logarithm < 154
    log_of_term = 408 * math.log(logarithm) - math.lgamma(409)
    assert 3.5 < log_of_term < 4.5
    assert balancer.tao_out(1_000_000, 1_000_000, 6_736_251) == 0


@given(reserves, reserves, weights)
def test_the_price_is_the_weighted_ratio(alpha: int, tao: int, quote: int) -> None:
    balancer = Balancer(quote)
    exact = Fraction(balancer.base * tao, balancer.quote * alpha)
    assert abs(Fraction(balancer.price(alpha, tao), ONE) - exact) <= exact / 2**40 + Fraction(
        100, ONE
    ) * max(1, Fraction(tao, alpha))


@given(reserves, reserves, weights, st.integers(0, 10**10), st.integers(0, 10**10))
def test_liquidity_leaves_the_price_where_it_was(
    alpha: int, tao: int, quote: int, alpha_in: int, tao_in: int
) -> None:
    before = Balancer(quote)
    after = before.with_liquidity(alpha, tao, alpha_in, tao_in)
    if after.is_valid() and alpha > 10**9 and tao > 10**9:
        ratio = Fraction(after.price(alpha + alpha_in, tao + tao_in), before.price(alpha, tao) or 1)
        assert abs(ratio - 1) < Fraction(1, 10**6)


@given(reserves, reserves, st.integers(101, 10_000))
def test_a_limit_is_reached_by_the_amount_that_it_lets_in(
    alpha: int, tao: int, percent: int
) -> None:
    balancer = Balancer()
    price = balancer.price(alpha, tao)
    target = price * percent // 100
    tao_in = balancer.tao_in_to_reach(price, target, tao)
    exact = tao * (power(Fraction(target, price), Fraction(1, 2)) - 1)
    assert abs(tao_in - exact) <= 2 + decimal.Decimal(tao) / 10**17


# `test_balancer_rejects_invalid_boundary_weights_without_panicking`.
@pytest.mark.parametrize(
    ("quote", "valid"),
    [
        (0, False),
        (1, False),
        (MIN_WEIGHT - 1, False),
        (MIN_WEIGHT, True),
        (ACCURACY - MIN_WEIGHT, True),
        (ACCURACY - MIN_WEIGHT + 1, False),
        (ACCURACY, False),
    ],
)
def test_boundary_weights(quote: int, valid: bool) -> None:
    assert Balancer(quote).is_valid() is valid


# The inputs of `test_balancer_extreme_exp_inputs_do_not_panic`.
@pytest.mark.parametrize("quote", [MIN_WEIGHT, ACCURACY // 2, ACCURACY - MIN_WEIGHT])
@pytest.mark.parametrize("reserve", [0, 1, 2**64 - 1])
@pytest.mark.parametrize("paid", [0, 1, 2**64 - 1])
def test_extreme_inputs_stay_within_the_reserve(quote: int, reserve: int, paid: int) -> None:
    balancer = Balancer(quote)
    assert 0 <= balancer.tao_out(reserve, reserve, paid) <= reserve
    assert 0 <= balancer.alpha_out(reserve, reserve, paid) <= reserve
    assert balancer.alpha_needed_for_tao(reserve, reserve, paid) >= 0


def test_initial_weights_make_the_price() -> None:
    quarter = ONE // 4
    balancer = initial_balancer(4_000_000, 1_000_000, quarter)
    assert balancer == Balancer()
    assert initial_balancer(0, 0, ONE) is None
