"""The pool side of staking: reserves, outstanding alpha, totals.

Invariant: the payment of a swap enters one reserve and its payout leaves the other; fees enter
neither, as they belong to the block author. Subnets without a pool, including root, trade one to
one.
"""

from __future__ import annotations

from typing import Any

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame.context import Context
from local_node.runtime.pallets.swap.execution import execute_swap
from local_node.runtime.pallets.swap.orders import GetAlphaForTao, GetTaoForAlpha, Order
from local_node.runtime.pallets.swap.pool import is_dynamic
from local_node.runtime.pallets.swap.swap_step import SwapResult

_U64_MAX = (1 << 64) - 1
_U128_MAX = (1 << 128) - 1


def swap_tao_for_alpha(
    ctx: Context, netuid: int, tao: int, limit: int, *, drop_fees: bool = False
) -> SwapResult:
    """Buy alpha up to a price limit in rao; the caller delivers TAO and alpha."""
    result = _swap(ctx, netuid, GetAlphaForTao(tao), limit, drop_fees)
    if result.amount_paid_out:
        _add(ctx, storage.SubnetAlphaIn, netuid, -result.amount_paid_out)
    _add(ctx, storage.SubnetAlphaOut, netuid, result.amount_paid_out)
    _add(ctx, storage.SubnetTAO, netuid, result.amount_paid_in)
    _add(ctx, storage.TotalStake, (), tao)
    _add_volume(ctx, netuid, tao)
    return result


def swap_alpha_for_tao(
    ctx: Context, netuid: int, alpha: int, limit: int, *, drop_fees: bool = False
) -> SwapResult:
    """Sell alpha down to a price limit in rao; the caller delivers TAO and alpha."""
    result = _swap(ctx, netuid, GetTaoForAlpha(alpha), limit, drop_fees)
    _add(ctx, storage.SubnetAlphaIn, netuid, result.amount_paid_in)
    _add(ctx, storage.SubnetAlphaOut, netuid, -result.amount_paid_in)
    if result.amount_paid_out:
        _add(ctx, storage.SubnetTAO, netuid, -result.amount_paid_out)
    _add(ctx, storage.TotalStake, (), -result.amount_paid_out)
    _add_volume(ctx, netuid, result.amount_paid_out)
    return result


def _swap(ctx: Context, netuid: int, order: Order, limit: int, drop_fees: bool) -> SwapResult:
    if is_dynamic(ctx, netuid):
        return execute_swap(ctx, netuid, order, limit, drop_fees=drop_fees)
    return SwapResult(order.amount, order.amount, 0, 0)


def _add(ctx: Context, item: Any, key: Any, change: int) -> None:
    ctx.mutate(item, key, lambda total: max(0, min(total + change, _U64_MAX)))


def _add_volume(ctx: Context, netuid: int, tao: int) -> None:
    ctx.mutate(storage.SubnetVolume, netuid, lambda volume: min(volume + tao, _U128_MAX))
