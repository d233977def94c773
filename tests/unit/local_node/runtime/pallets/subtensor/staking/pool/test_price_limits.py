"""How much of an order is within its price limit."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from chain_spec.pallets.swap import errors as swap_errors
from local_node.runtime.pallets.subtensor.staking.pool import price_limits as limits
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    NETUID,
    TAO,
    fails,
    started_chain,
)

MOST = 2**64 - 1


def test_where_alpha_costs_one_tao_it_is_all_or_nothing() -> None:
    ctx = started_chain()
    for netuid in (0, 7):
        assert limits.is_stable(ctx, netuid)
        assert limits.max_amount_add(ctx, netuid, TAO) == MOST
        assert limits.max_amount_add(ctx, netuid, TAO - 1) == 0
        assert limits.max_amount_remove(ctx, netuid, TAO) == MOST
        assert limits.max_amount_remove(ctx, netuid, TAO + 1) == 0
    assert limits.max_amount_move(ctx, 0, 7, TAO) == MOST
    assert limits.max_amount_move(ctx, 0, 7, TAO + 1) == 0


def test_a_pool_lets_more_through_the_wider_the_limit_is() -> None:
    ctx = started_chain()
    ctx.put(storage.SubnetMechanism, NETUID, 1)
    assert not limits.is_stable(ctx, NETUID)
    buys = [limits.max_amount_add(ctx, NETUID, price * TAO // 100) for price in (105, 150)]
    assert 0 < buys[0] < buys[1]
    sales = [limits.max_amount_remove(ctx, NETUID, price * TAO // 100) for price in (95, 50)]
    assert 0 < sales[0] < sales[1]
    with fails(swap_errors.PriceLimitExceeded):
        limits.max_amount_add(ctx, NETUID, TAO * 99 // 100)
    with fails(swap_errors.PriceLimitExceeded):
        limits.max_amount_remove(ctx, NETUID, TAO * 101 // 100)
    assert limits.max_amount_move(ctx, 0, NETUID, TAO * 95 // 100) > 0
    assert limits.max_amount_move(ctx, 0, NETUID, 0) == MOST
    to_root = limits.max_amount_move(ctx, NETUID, 0, TAO * 95 // 100)
    assert to_root == limits.max_amount_remove(ctx, NETUID, TAO * 95 // 100)


def test_a_pool_takes_a_multiple_of_its_reserve_at_once() -> None:
    ctx = started_chain()
    ctx.put(storage.SubnetMechanism, NETUID, 1)
    most = 1_000 * ctx.get(storage.SubnetTAO, NETUID)
    limits.ensure_buy_within_reserve(ctx, NETUID, most)
    with fails(errors.InsufficientLiquidity):
        limits.ensure_buy_within_reserve(ctx, NETUID, most + 1)
    most = 1_000 * ctx.get(storage.SubnetAlphaIn, NETUID)
    limits.ensure_sale_within_reserve(ctx, NETUID, most)
    with fails(errors.InsufficientLiquidity):
        limits.ensure_sale_within_reserve(ctx, NETUID, most + 1)
    limits.ensure_buy_within_reserve(ctx, 0, MOST)
