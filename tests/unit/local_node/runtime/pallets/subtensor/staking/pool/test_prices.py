"""The moving price, and the median over subnets."""

from __future__ import annotations

from fractions import Fraction

from chain_spec.pallets.subtensor import storage
from local_node.runtime.arithmetic.fixed import I96F32
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.staking.pool.prices import (
    median_alpha_price,
    moving_alpha_price,
    update_moving_price,
)
from tests.unit.local_node.runtime.pallets.subtensor.chain import TAO, dev_context, go_to

ONE = 2**64


def with_pools(prices: list[int]) -> Context:
    """Subnets from 1 up, whose alpha costs so many TAO; 0 for one without a pool."""
    ctx = dev_context()
    for netuid, price in enumerate(prices, 1):
        ctx.put(storage.NetworksAdded, netuid, True)
        ctx.put(storage.SubnetMechanism, netuid, 1)
        ctx.put(storage.SubnetTAO, netuid, price * TAO)
        ctx.put(storage.SubnetAlphaIn, netuid, TAO if price else 0)
    return ctx


def test_the_median_leaves_out_what_has_no_price() -> None:
    assert median_alpha_price(with_pools([5])) == 5 * ONE
    assert median_alpha_price(with_pools([9, 5])) == 7 * ONE
    assert median_alpha_price(with_pools([9, 0, 5])) == 7 * ONE
    assert median_alpha_price(with_pools([9, 2, 5])) == 5 * ONE
    assert median_alpha_price(with_pools([0])) == ONE


def test_the_price_moves_by_its_age_and_never_above_one() -> None:
    ctx = with_pools([9])
    ctx.put(storage.FirstEmissionBlockNumber, 1, 1)
    ctx.put(storage.EMAPriceHalvingBlocks, 1, 100)
    ctx.set(storage.SubnetMovingAlpha, I96F32.from_float(0.5))
    ctx.put(storage.SubnetMovingPrice, 1, 0)
    go_to(ctx, 100)
    update_moving_price(ctx, 1)
    # a hundred blocks of two hundred, and half of that: a quarter of a price capped at one
    first = Fraction(moving_alpha_price(ctx, 1), ONE)
    assert abs(first - Fraction(1, 4)) < Fraction(1, 2**30)
    update_moving_price(ctx, 1)
    second = Fraction(moving_alpha_price(ctx, 1), ONE)
    assert abs(second - (first * Fraction(3, 4) + Fraction(1, 4))) < Fraction(1, 2**30)


def test_it_is_one_where_there_is_no_pool() -> None:
    ctx = with_pools([9])
    ctx.put(storage.SubnetMovingPrice, 1, 0)
    assert moving_alpha_price(ctx, 0) == ONE
    ctx.put(storage.SubnetMechanism, 1, 0)
    assert moving_alpha_price(ctx, 1) == ONE
