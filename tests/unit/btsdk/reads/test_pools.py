"""A subnet's pool: what fits into a price limit."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.reads.pools import Pool, pool
from btsdk.units import Alpha, Tao
from tests.unit.btsdk.chain import Chain
from tests.unit.btsdk.script import dev_at

EVEN = 5 * 10**17
reserves = st.integers(10**9, 10**16)
prices = st.integers(10**6, 10**12).map(Tao.from_rao)


def made(tao: int, alpha: int, weight: int = EVEN, fee: int = 0) -> Pool:
    return Pool(Tao.from_rao(tao), Alpha.from_rao(alpha, 1), weight, fee)


def test_a_price_four_times_as_high_takes_as_much_as_there_is() -> None:
    """With even weights the price is the ratio of the reserves: twice the TAO, half the alpha."""
    one = made(10**12, 10**12)
    assert one.tao_within(Tao.parse("4")) == Tao.from_rao(10**12)
    assert one.alpha_within(Tao.parse("0.25")) == Alpha.from_rao(10**12, 1)


def test_the_fee_is_taken_first() -> None:
    half = made(10**12, 10**12, fee=32_768)  # nearly half
    assert half.tao_within(Tao.parse("4")).rao == 10**12 * 65_535 // 32_767


@given(reserves, reserves, prices)
def test_a_limit_lets_through_one_side_at_most(tao: int, alpha: int, limit: Tao) -> None:
    one = made(tao, alpha)
    bought, sold = one.tao_within(limit), one.alpha_within(limit)
    assert not (bought and sold)
    assert Tao.from_rao(0) <= bought <= one.most_tao
    assert Alpha.from_rao(0, 1) <= sold <= one.most_alpha
    dear = limit.rao * alpha > tao * 10**9
    assert not (sold if dear else bought)


@given(reserves, reserves, prices, prices)
def test_a_higher_limit_lets_through_no_less(tao: int, alpha: int, one: Tao, other: Tao) -> None:
    low, high = sorted((one, other), key=lambda price: price.rao)
    found = made(tao, alpha)
    assert found.tao_within(low) <= found.tao_within(high)
    assert found.alpha_within(high) <= found.alpha_within(low)


KEPT = {
    "SubnetMechanism": 1,
    "SubnetTAO": 10,
    "SubnetAlphaIn": 20,
    "SwapBalancer": {"quote": EVEN},
    "FeeRate": 33,
}


def test_the_reserves_are_read_from_storage() -> None:
    assert Chain(**KEPT).script().play(pool(dev_at(), 1)) == made(10, 20, fee=33)


@pytest.mark.parametrize(
    "changes",
    [
        {"SubnetMechanism": 0},
        {"SubnetTAO": 0},
        {"SubnetAlphaIn": 0},
        {"FeeRate": 65_535},
        {"SwapBalancer": {"quote": 0}},
        {"SwapBalancer": {"quote": 10**18}},
    ],
)
def test_where_no_pool_stands_between(changes: dict[str, Any]) -> None:
    assert Chain(**{**KEPT, **changes}).script().play(pool(dev_at(), 1)) is None
