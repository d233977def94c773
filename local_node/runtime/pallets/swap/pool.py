"""The pool of a subnet in storage: reserves, weights and price.

Reserves are `SubtensorModule`'s (`SubnetTAO`, `SubnetAlphaIn`); only the weights are this pallet's.
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
    """Reserves and weights as they are now."""
    return PoolReserves(
        tao_reserve(ctx, netuid), alpha_reserve(ctx, netuid), _balancer(ctx, netuid)
    )


def current_price(ctx: Context, netuid: int) -> int:
    """Price of one alpha in TAO (``U64F64``): zero for an empty pool, one where there is none."""
    if not is_dynamic(ctx, netuid):
        return U64F64.one
    pool = pool_of(ctx, netuid)
    return pool.price() if pool.alpha else 0


def initialize_pool(ctx: Context, netuid: int, price: int | None = None) -> None:
    """Set the weights once, to make ``price`` (``U64F64``) the price; at one half without one.

    Fails with `ReservesOutOfBalance` where no allowed weights make that price.
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
    """Move the weights for liquidity that is about to enter; what may really enter.

    Answers zeros, and changes nothing, where the weights would leave their range.
    """
    pool = pool_of(ctx, netuid)
    balancer = pool.balancer.with_liquidity(pool.alpha, pool.tao, alpha, tao)
    if not balancer.is_valid():
        return 0, 0
    _store(ctx, netuid, balancer)
    return tao, alpha


def clear_protocol_liquidity(ctx: Context, netuid: int) -> None:
    """Forget a subnet's pool: its reserves, weights and fee rate."""
    for reserve in (subtensor.storage.SubnetTAO, subtensor.storage.SubnetAlphaIn):
        if ctx.get(reserve, netuid):
            ctx.put(reserve, netuid, 0)
    ctx.remove(swap.storage.PalSwapInitialized, netuid)
    ctx.remove(swap.storage.FeeRate, netuid)
    ctx.remove(swap.storage.SwapBalancer, netuid)


def ensure_reserve(ctx: Context, reserve: int) -> None:
    """Fail with `ReservesTooLow` for a reserve too small to pay from."""
    ensure(reserve >= ctx.constant(swap.constants.MinimumReserve), swap.errors.ReservesTooLow)


def _balancer(ctx: Context, netuid: int) -> Balancer:
    return Balancer(ctx.get(swap.storage.SwapBalancer, netuid)["quote"])


def _store(ctx: Context, netuid: int, balancer: Balancer) -> None:
    ctx.put(swap.storage.SwapBalancer, netuid, {"quote": balancer.quote})
