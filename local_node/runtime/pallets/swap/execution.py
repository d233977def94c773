"""Swaps against the pool of a subnet, for staking and the coinbase.

A swap prices an order and returns amounts; `SubtensorModule` moves reserves and balances.
Invariant: a swap writes only the pool's initial weights, and a simulated or failed one writes
nothing.
"""

from __future__ import annotations

from chain_spec.pallets import subtensor, swap
from local_node.runtime.arithmetic.fixed import U64F64
from local_node.runtime.frame import Context, DispatchFailure, ensure
from local_node.runtime.pallets.swap.orders import Order
from local_node.runtime.pallets.swap.pool import (
    current_price,
    ensure_reserve,
    initialize_pool,
    is_dynamic,
    pool_of,
)
from local_node.runtime.pallets.swap.swap_step import SwapResult, fee_amount, swap_step

MAX_INPUT_TO_RESERVE = 1_000
"""The largest multiple of its reserve that an order may have."""

_RAO = 1_000_000_000
_U64_MAX = (1 << 64) - 1


def execute_swap(
    ctx: Context,
    netuid: int,
    order: Order,
    limit: int,
    *,
    drop_fees: bool = False,
    simulate: bool = False,
) -> SwapResult:
    """Price an order up to ``limit``, in rao for one alpha.

    Fails with `SwapInputTooLarge`, `ReservesTooLow`, `PriceLimitExceeded` or
    `InsufficientLiquidity`.
    """
    limit_price = U64F64.safe_div(U64F64.from_int(limit), U64F64.from_int(_RAO))
    if simulate:
        return _simulated(ctx, netuid, order, limit_price, drop_fees)
    with ctx.transaction():
        result = _price(ctx, netuid, order, limit_price, drop_fees)
    reserve = order.reserve_out(pool_of(ctx, netuid))
    ensure(reserve >= result.amount_paid_out, swap.errors.InsufficientLiquidity)
    return result


def simulate_swap(ctx: Context, netuid: int, order: Order) -> SwapResult:
    """The result of an order at the widest limit; one to one without a pool."""
    if is_dynamic(ctx, netuid):
        return execute_swap(ctx, netuid, order, order.default_limit, simulate=True)
    amount = order.amount if ctx.get(subtensor.storage.NetworksAdded, netuid) else 0
    return SwapResult(amount, amount, 0, 0)


def try_simulate_swap(ctx: Context, netuid: int, order: Order) -> SwapResult | None:
    """`simulate_swap`, or ``None`` where it fails."""
    try:
        return simulate_swap(ctx, netuid, order)
    except DispatchFailure:
        return None


def approximate_fee(ctx: Context, netuid: int, amount: int) -> int:
    """The fee on a whole payment, without regard to price or limit."""
    return fee_amount(amount, _fee_rate(ctx, netuid))


def alpha_for_tao_at_price(ctx: Context, netuid: int, tao: int) -> int:
    """The alpha worth ``tao`` at the current price, without slippage."""
    if not is_dynamic(ctx, netuid):
        return tao
    return U64F64.to_u64(U64F64.safe_div(U64F64.from_int(tao), current_price(ctx, netuid)))


def _simulated(ctx: Context, netuid: int, order: Order, limit: int, drop_fees: bool) -> SwapResult:
    """Price an order in a storage layer that is rolled back."""
    ctx.ext.begin()
    try:
        return _price(ctx, netuid, order, limit, drop_fees)
    finally:
        ctx.ext.rollback()


def _price(ctx: Context, netuid: int, order: Order, limit: int, drop_fees: bool) -> SwapResult:
    fee_rate = 0 if drop_fees else _fee_rate(ctx, netuid)
    pool = pool_of(ctx, netuid)
    net = order.amount - fee_amount(order.amount, fee_rate)
    most = min(order.reserve_in(pool) * MAX_INPUT_TO_RESERVE, _U64_MAX)
    ensure(net <= most, swap.errors.SwapInputTooLarge)
    ensure_reserve(ctx, order.reserve_out(pool))
    initialize_pool(ctx, netuid)
    ensure(order.is_beyond_limit(current_price(ctx, netuid), limit), swap.errors.PriceLimitExceeded)
    pool = pool_of(ctx, netuid)
    result = swap_step(pool, order, limit, fee_rate)
    ensure(not result.amount_paid_in or result.amount_paid_out, swap.errors.ReservesTooLow)
    return result


def _fee_rate(ctx: Context, netuid: int) -> int:
    return int(ctx.get(swap.storage.FeeRate, netuid)) if is_dynamic(ctx, netuid) else 0
