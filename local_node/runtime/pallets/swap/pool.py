"""The stored pool of a subnet: reserves, weights and price.

Reserves belong to `SubtensorModule` (`SubnetTAO`, `SubnetAlphaIn`), the weights to this pallet.
Invariant: a subnet without the dynamic mechanism has no pool, and its alpha costs one TAO.
"""

from __future__ import annotations

from chain_spec.pallets import subtensor, swap
from local_node.runtime.arithmetic.fixed import U64F64
from local_node.runtime.frame import Context, ensure, fail
from local_node.runtime.pallets.swap.balancer import Balancer, initial_balancer
from local_node.runtime.pallets.swap.orders import PoolReserves

DYNAMIC = 1
"""`SubnetMechanism` of a subnet with a pool."""


def is_dynamic(ctx: Context, netuid: int) -> bool:
    """Whether the subnet trades through a pool."""
    return bool(ctx.get(subtensor.storage.SubnetMechanism, netuid) == DYNAMIC)


def tao_reserve(ctx: Context, netuid: int) -> int:
    """TAO in the subnet's pool, in rao."""
    return int(ctx.get(subtensor.storage.SubnetTAO, netuid))


def alpha_reserve(ctx: Context, netuid: int) -> int:
    """Alpha in the subnet's pool, in rao."""
    return int(ctx.get(subtensor.storage.SubnetAlphaIn, netuid))


def pool_of(ctx: Context, netuid: int) -> PoolReserves:
    """The current reserves and weights."""
    return PoolReserves(
        tao_reserve(ctx, netuid), alpha_reserve(ctx, netuid), _balancer(ctx, netuid)
    )


def current_price(ctx: Context, netuid: int) -> int:
    """Price of one alpha in TAO (``U64F64``): zero for an empty pool, one without a pool."""
    if not is_dynamic(ctx, netuid):
        return U64F64.one
    pool = pool_of(ctx, netuid)
    return pool.price() if pool.alpha else 0


def initialize_pool(ctx: Context, netuid: int, price: int | None = None) -> None:
    """Set the initial weights for ``price`` (``U64F64``), or one half each without a price.

    Fails with `ReservesOutOfBalance` if no valid weights have that price.
    """
    if ctx.get(swap.storage.PalSwapInitialized, netuid):
        return
    balancer: Balancer | None = Balancer()
    if price is not None:
        balancer = initial_balancer(alpha_reserve(ctx, netuid), tao_reserve(ctx, netuid), price)
    if balancer is None or not balancer.is_valid():
        raise fail(swap.errors.ReservesOutOfBalance)
    _store(ctx, netuid, balancer)
    ctx.put(swap.storage.PalSwapInitialized, netuid, True)


def adjust_protocol_liquidity(ctx: Context, netuid: int, tao: int, alpha: int) -> tuple[int, int]:
    """Change the weights for liquidity that is about to enter; return the amounts that may enter.

    Returns zeros, without a change, if the weights would be invalid.
    """
    pool = pool_of(ctx, netuid)
    balancer = pool.balancer.with_liquidity(pool.alpha, pool.tao, alpha, tao)
    if not balancer.is_valid():
        return 0, 0
    _store(ctx, netuid, balancer)
    return tao, alpha


def clear_protocol_liquidity(ctx: Context, netuid: int) -> None:
    """Reset a subnet's pool: its reserves, weights and fee rate."""
    for reserve in (subtensor.storage.SubnetTAO, subtensor.storage.SubnetAlphaIn):
        if ctx.get(reserve, netuid):
            ctx.put(reserve, netuid, 0)
    ctx.remove(swap.storage.PalSwapInitialized, netuid)
    ctx.remove(swap.storage.FeeRate, netuid)
    ctx.remove(swap.storage.SwapBalancer, netuid)


def ensure_reserve(ctx: Context, reserve: int) -> None:
    """Fail with `ReservesTooLow` if the reserve is too small to pay from."""
    ensure(reserve >= ctx.constant(swap.constants.MinimumReserve), swap.errors.ReservesTooLow)


def _balancer(ctx: Context, netuid: int) -> Balancer:
    return Balancer(ctx.get(swap.storage.SwapBalancer, netuid)["quote"])


def _store(ctx: Context, netuid: int, balancer: Balancer) -> None:
    ctx.put(swap.storage.SwapBalancer, netuid, {"quote": balancer.quote})
