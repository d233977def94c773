from __future__ import annotations

from fractions import Fraction

from chain_spec.pallets import subtensor, swap
from local_node.runtime.pallets.swap.execution import alpha_for_tao_at_price
from local_node.runtime.pallets.swap.pool import (
    adjust_protocol_liquidity,
    clear_protocol_liquidity,
    current_price,
    initialize_pool,
)
from local_node.runtime.pallets.swap.runtime_api import current_alpha_price, current_alpha_price_all
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import NETUID, TAO, fails
from tests.unit.local_node.runtime.pallets.swap.pools import ROOT, STORED, with_pool


def test_the_price_is_the_ratio_of_reserves_and_one_without_a_pool() -> None:
    ctx = with_pool(30 * TAO, 10 * TAO)
    assert current_price(ctx, NETUID) == 3 * 2**64
    assert current_price(ctx, ROOT) == 2**64
    assert current_alpha_price(ctx, NETUID) == 3 * TAO
    prices = {entry["netuid"]: entry["price"] for entry in current_alpha_price_all(ctx)}
    assert prices == {ROOT: TAO, NETUID: 3 * TAO}
    assert current_price(with_pool(TAO, 0), NETUID) == 0
    assert alpha_for_tao_at_price(ctx, NETUID, 3 * TAO) == TAO
    assert alpha_for_tao_at_price(ctx, ROOT, 5) == 5


def test_protocol_liquidity_keeps_the_price_or_stays_out() -> None:
    ctx = with_pool(10 * TAO, 10 * TAO)
    assert adjust_protocol_liquidity(ctx, NETUID, TAO, 0) == (TAO, 0)
    ctx.put(subtensor.storage.SubnetTAO, NETUID, 11 * TAO)
    assert abs(Fraction(current_price(ctx, NETUID), 2**64) - 1) < Fraction(1, 10**15)
    before = ctx.get(swap.storage.SwapBalancer, NETUID)
    assert adjust_protocol_liquidity(ctx, NETUID, 10_000 * TAO, 0) == (0, 0)
    assert ctx.get(swap.storage.SwapBalancer, NETUID) == before


def test_a_pool_may_begin_at_a_price_and_is_forgotten_whole() -> None:
    ctx = with_pool(10 * TAO, 10 * TAO)
    initialize_pool(ctx, NETUID, 2**64 // 4)
    assert ctx.get(swap.storage.SwapBalancer, NETUID) == {"quote": 8 * 10**17}
    assert current_price(ctx, NETUID) == 2**64 // 4
    clear_protocol_liquidity(ctx, NETUID)
    assert not any(ctx.contains(item, NETUID) for item in STORED)
    assert ctx.get(subtensor.storage.SubnetTAO, NETUID) == 0
    with fails(swap.errors.ReservesOutOfBalance):
        initialize_pool(ctx, NETUID, 2**64)
