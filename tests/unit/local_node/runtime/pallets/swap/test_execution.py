"""Swaps over storage: refusals in order, simulation without a trace, the calls, the API."""

from __future__ import annotations

from fractions import Fraction

import pytest

from chain_spec.pallets import subtensor, swap
from local_node.runtime.frame import BAD_ORIGIN, Context, DispatchFailure
from local_node.runtime.frame.origin import root
from local_node.runtime.pallets.swap.execution import (
    alpha_for_tao_at_price,
    execute_swap,
    simulate_swap,
    try_simulate_swap,
)
from local_node.runtime.pallets.swap.orders import (
    MAX_PRICE,
    MIN_PRICE,
    GetAlphaForTao,
    GetTaoForAlpha,
)
from local_node.runtime.pallets.swap.pool import (
    adjust_protocol_liquidity,
    clear_protocol_liquidity,
    current_price,
    initialize_pool,
)
from local_node.runtime.pallets.swap.runtime_api import (
    current_alpha_price,
    current_alpha_price_all,
    sim_swap_alpha_for_tao,
    sim_swap_tao_for_alpha,
)
from local_node.runtime.pallets.swap.set_fee_rate import set_fee_rate
from local_node.runtime.pallets.swap.user_liquidity import disable_lp
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    NETUID,
    TAO,
    by,
    fails,
    started_chain,
)

ROOT = 0
STORED = (swap.storage.SwapBalancer, swap.storage.PalSwapInitialized)


def with_pool(tao: int, alpha: int) -> Context:
    ctx = started_chain()
    ctx.put(subtensor.storage.SubnetTAO, NETUID, tao)
    ctx.put(subtensor.storage.SubnetAlphaIn, NETUID, alpha)
    return ctx


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


def test_refusals() -> None:
    ctx = with_pool(10 * TAO, 10 * TAO)
    with fails(swap.errors.SwapInputTooLarge):
        execute_swap(ctx, NETUID, GetAlphaForTao(10_100 * TAO), MAX_PRICE)
    with fails(swap.errors.PriceLimitExceeded):
        execute_swap(ctx, NETUID, GetAlphaForTao(TAO), TAO)
    with fails(swap.errors.PriceLimitExceeded):
        execute_swap(ctx, NETUID, GetTaoForAlpha(TAO), TAO)
    with fails(swap.errors.ReservesTooLow):
        execute_swap(with_pool(999_999, TAO), NETUID, GetTaoForAlpha(1), MIN_PRICE)
    with fails(swap.errors.ReservesTooLow):  # a rao of alpha buys no rao of TAO here
        execute_swap(with_pool(10**6, TAO), NETUID, GetTaoForAlpha(1), 0)


def test_simulating_writes_nothing_and_executing_writes_weights_once() -> None:
    ctx = with_pool(10 * TAO, 10 * TAO)
    order = GetAlphaForTao(TAO)
    expected = simulate_swap(ctx, NETUID, order)
    assert not any(ctx.contains(item, NETUID) for item in STORED)
    assert execute_swap(ctx, NETUID, order, MAX_PRICE) == expected
    assert all(ctx.contains(item, NETUID) for item in STORED)
    assert try_simulate_swap(ctx, NETUID, GetAlphaForTao(10**18)) is None
    assert simulate_swap(ctx, ROOT, order) == (TAO, TAO, 0, 0)
    assert simulate_swap(ctx, 9, order) == (0, 0, 0, 0)


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


def test_quotes_for_clients() -> None:
    ctx = with_pool(20 * TAO, 10 * TAO)
    quote = sim_swap_tao_for_alpha(ctx, NETUID, 2 * TAO)
    result = simulate_swap(ctx, NETUID, GetAlphaForTao(2 * TAO))
    assert quote == {
        "tao_amount": result.amount_paid_in,
        "alpha_amount": result.amount_paid_out,
        "tao_fee": result.fee_paid,
        "alpha_fee": 0,
        "tao_slippage": 0,
        "alpha_slippage": TAO - result.amount_paid_out,
    }
    back = sim_swap_alpha_for_tao(ctx, NETUID, TAO)
    result = simulate_swap(ctx, NETUID, GetTaoForAlpha(TAO))
    assert back["tao_slippage"] == 2 * TAO - result.amount_paid_out
    assert back["alpha_fee"] == result.fee_paid > 0
    assert set(sim_swap_alpha_for_tao(ctx, NETUID, 10**18).values()) == {0}


def test_root_sets_the_fee_of_a_subnet_within_bounds() -> None:
    ctx = started_chain()
    with pytest.raises(DispatchFailure, match=BAD_ORIGIN):
        set_fee_rate(ctx, by(COLDKEY), NETUID, 5)
    with fails(swap.errors.MechanismDoesNotExist):
        set_fee_rate(ctx, root, 9, 5)
    with fails(swap.errors.FeeRateTooHigh):
        set_fee_rate(ctx, root, NETUID, 10_001)
    set_fee_rate(ctx, root, NETUID, 10_000)
    assert simulate_swap(ctx, NETUID, GetAlphaForTao(65_535)).fee_paid == 9_999
    with fails(swap.errors.Deprecated):
        disable_lp(ctx, root)
