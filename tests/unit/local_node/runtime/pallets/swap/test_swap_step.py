"""One swap: full execution, the limit that cuts it, the fee in both cases."""

from __future__ import annotations

from fractions import Fraction
from math import floor, isqrt

from hypothesis import given
from hypothesis import strategies as st

from local_node.runtime.pallets.swap.balancer import Balancer
from local_node.runtime.pallets.swap.orders import GetAlphaForTao, GetTaoForAlpha, PoolReserves
from local_node.runtime.pallets.swap.swap_step import fee_amount, swap_step

ONE = 2**64
POOL = PoolReserves(10 * 10**9, 10 * 10**9, Balancer())
FEE = 33


@given(st.integers(0, 2**63), st.integers(0, 10_000))
def test_a_fee_is_the_rounded_down_part(amount: int, rate: int) -> None:
    # The rate is cut to 64 binary places before it multiplies.
    assert fee_amount(amount, rate) == amount * (rate * ONE // 65535) // ONE


def test_a_buy_within_its_limit_is_executed_in_full() -> None:
    result = swap_step(POOL, GetAlphaForTao(10**9), 2**40 * ONE, FEE)
    fee = floor(Fraction(10**9 * FEE, 65535))
    net = 10**9 - fee
    assert result.fee_paid == result.fee_to_block_author == fee
    assert result.amount_paid_in == net
    exact = Fraction(POOL.alpha * net, POOL.tao + net)
    assert exact - 1 <= result.amount_paid_out <= exact + 1


def test_a_sale_within_its_limit_is_executed_in_full() -> None:
    result = swap_step(POOL, GetTaoForAlpha(10**9), 0, 0)
    assert result == (10**9, floor(Fraction(POOL.tao * 10**9, POOL.alpha + 10**9)), 0, 0)


def test_a_limit_cuts_a_buy_where_the_price_reaches_it() -> None:
    # Four times the price is reached by doubling the TAO: sqrt(4) - 1 = 1 times the reserve.
    result = swap_step(POOL, GetAlphaForTao(10**12), 4 * ONE, FEE)
    assert result.amount_paid_in == POOL.tao
    assert result.amount_paid_out == POOL.alpha // 2
    assert result.fee_paid == floor(Fraction(POOL.tao * FEE, 65535 - FEE))


def test_a_limit_cuts_a_sale_where_the_price_reaches_it() -> None:
    result = swap_step(POOL, GetTaoForAlpha(10**12), ONE // 2, 0)
    expected = isqrt(2 * POOL.alpha**2) - POOL.alpha
    assert abs(result.amount_paid_in - expected) <= 1
    paid = result.amount_paid_in
    assert abs(result.amount_paid_out - Fraction(POOL.tao * paid, POOL.alpha + paid)) <= 1


def test_an_order_of_nothing_pays_nothing() -> None:
    assert swap_step(POOL, GetAlphaForTao(0), 4 * ONE, FEE) == (0, 0, 0, 0)


@given(st.integers(1, 10**13), st.integers(11, 400), st.integers(0, 10_000))
def test_what_is_paid_never_exceeds_the_order(amount: int, limit: int, rate: int) -> None:
    result = swap_step(POOL, GetAlphaForTao(amount), limit * ONE // 10, rate)
    assert result.amount_paid_in + result.fee_paid <= amount + 1
    assert result.amount_paid_out < POOL.alpha
