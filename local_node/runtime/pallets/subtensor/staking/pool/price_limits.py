"""The part of an order within its price limit, computed before anything moves.

Limits are in rao of TAO per alpha; between two subnets, in origin alpha per destination alpha. Root
and subnets without a pool trade at one TAO: there a limit allows everything or nothing.
"""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.arithmetic.fixed import U64F64
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import ensure
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT
from local_node.runtime.pallets.swap.execution import MAX_INPUT_TO_RESERVE, execute_swap
from local_node.runtime.pallets.swap.orders import GetAlphaForTao, GetTaoForAlpha, Order
from local_node.runtime.pallets.swap.pool import alpha_reserve, current_price, tao_reserve

_RAO = 1_000_000_000
_U64_MAX = (1 << 64) - 1


def ensure_buy_within_reserve(ctx: Context, netuid: int, tao: int) -> None:
    """Fail with `InsufficientLiquidity` for more TAO than a pool accepts at once."""
    if _has_pool(ctx, netuid):
        ensure(tao <= _most(tao_reserve(ctx, netuid)), errors.InsufficientLiquidity)


def ensure_sale_within_reserve(ctx: Context, netuid: int, alpha: int) -> None:
    """Fail with `InsufficientLiquidity` for more alpha than a pool accepts at once."""
    if _has_pool(ctx, netuid):
        ensure(alpha <= _most(alpha_reserve(ctx, netuid)), errors.InsufficientLiquidity)


def max_amount_add(ctx: Context, netuid: int, limit: int) -> int:
    """The TAO that buys alpha at or below the limit."""
    if is_stable(ctx, netuid):
        return _U64_MAX if limit >= _RAO else 0
    return _passing(ctx, netuid, GetAlphaForTao(_most(tao_reserve(ctx, netuid))), limit)


def max_amount_remove(ctx: Context, netuid: int, limit: int) -> int:
    """The alpha that sells at or above the limit."""
    if is_stable(ctx, netuid):
        return _U64_MAX if limit <= _RAO else 0
    return _passing(ctx, netuid, GetTaoForAlpha(_most(alpha_reserve(ctx, netuid))), limit)


def max_amount_move(ctx: Context, origin: int, destination: int, limit: int) -> int:
    """The origin alpha that can move while origin's price over destination's is within the
    limit."""
    from_stable, to_stable = is_stable(ctx, origin), is_stable(ctx, destination)
    if from_stable and to_stable:
        return 0 if limit > _RAO else _U64_MAX
    if from_stable and _is_dynamic(ctx, destination):
        return max_amount_add(ctx, destination, _inverted(limit)) if limit else _U64_MAX
    if to_stable and _is_dynamic(ctx, origin):
        return max_amount_remove(ctx, origin, limit)
    return _max_between_pools(ctx, origin, destination, limit)


def is_stable(ctx: Context, netuid: int) -> bool:
    """Whether the subnet's alpha always costs one TAO."""
    return netuid == ROOT or ctx.get(storage.SubnetMechanism, netuid) == 0


def _max_between_pools(ctx: Context, origin: int, destination: int, limit: int) -> int:
    """The source's estimate, from constant-product pools of the same size."""
    tao_1, tao_2 = tao_reserve(ctx, origin), tao_reserve(ctx, destination)
    alpha_1, alpha_2 = alpha_reserve(ctx, origin), alpha_reserve(ctx, destination)
    if not (tao_1 and tao_2 and alpha_1 and alpha_2):
        return 0
    kind = U64F64
    limit_price = kind.checked_div(kind.from_int(limit), kind.from_int(_RAO)) or 0
    price = kind.safe_div(current_price(ctx, origin), current_price(ctx, destination))
    if limit_price > price:
        return 0
    if limit == 0:
        return _U64_MAX
    tao_sum = kind.add(kind.from_int(tao_2), kind.from_int(tao_1))
    share_1 = kind.safe_div(kind.from_int(tao_1), tao_sum)
    share_2 = kind.safe_div(kind.from_int(tao_2), tao_sum)
    gained = kind.safe_div(kind.mul(kind.from_int(alpha_2), share_1), limit_price)
    return kind.to_u64(kind.sub(gained, kind.mul(kind.from_int(alpha_1), share_2)))


def _inverted(limit: int) -> int:
    """The limit on the destination's price over the origin's."""
    one = U64F64.from_int(_RAO)
    return U64F64.to_u64(U64F64.mul(U64F64.safe_div(one, U64F64.from_int(limit)), one))


def _passing(ctx: Context, netuid: int, order: Order, limit: int) -> int:
    result = execute_swap(ctx, netuid, order, limit, simulate=True)
    return min(result.amount_paid_in + result.fee_paid, _U64_MAX)


def _is_dynamic(ctx: Context, netuid: int) -> bool:
    return bool(ctx.get(storage.SubnetMechanism, netuid) == 1)


def _has_pool(ctx: Context, netuid: int) -> bool:
    return netuid != ROOT and _is_dynamic(ctx, netuid)


def _most(reserve: int) -> int:
    return min(reserve * MAX_INPUT_TO_RESERVE, _U64_MAX)
