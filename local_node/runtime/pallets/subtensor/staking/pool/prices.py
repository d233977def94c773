"""The moving price of a subnet's alpha, and the median over subnets. Prices are ``U64F64`` bits.

The moving price is an exponential average of the price, capped at one TAO. The weight of the
current price grows from zero with the blocks since the start call, by `EMAPriceHalvingBlocks`.
"""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.arithmetic.fixed import I96F32, U64F64
from local_node.runtime.frame.context import Context
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT, existing_subnets
from local_node.runtime.pallets.swap.pool import current_price


def moving_alpha_price(ctx: Context, netuid: int) -> int:
    """The moving price; one on root and without a pool."""
    if netuid == ROOT or not ctx.get(storage.SubnetMechanism, netuid):
        return U64F64.one
    return U64F64.from_fixed(ctx.get(storage.SubnetMovingPrice, netuid), I96F32)


def update_moving_price(ctx: Context, netuid: int) -> None:
    """Update the average with the current price."""
    alpha = _smoothing(ctx, netuid)
    price = min(current_price(ctx, netuid), U64F64.one)
    fresh = U64F64.mul(alpha, price)
    kept = U64F64.mul(U64F64.sub(U64F64.one, alpha), moving_alpha_price(ctx, netuid))
    ctx.put(storage.SubnetMovingPrice, netuid, I96F32.from_fixed(U64F64.add(fresh, kept), U64F64))


def median_alpha_price(ctx: Context) -> int:
    """The median price over subnets with a price above zero, or one if there are none."""
    prices = sorted(p for n in existing_subnets(ctx) if (p := current_price(ctx, n)))
    if not prices:
        return U64F64.one
    lower, upper = prices[(len(prices) - 1) // 2], prices[len(prices) // 2]
    if len(prices) % 2:
        return upper
    return U64F64.safe_div(U64F64.add(lower, upper), U64F64.from_int(2))


def _smoothing(ctx: Context, netuid: int) -> int:
    """`SubnetMovingAlpha` scaled by the subnet's age: ``age / (age + halving time)``."""
    started = max(0, (ctx.get(storage.FirstEmissionBlockNumber, netuid) or 0) - 1)
    age = U64F64.from_int(max(0, ctx.block_number - started))
    halving = U64F64.from_int(ctx.get(storage.EMAPriceHalvingBlocks, netuid))
    alpha = U64F64.from_fixed(ctx.get(storage.SubnetMovingAlpha), I96F32)
    return U64F64.mul(alpha, U64F64.safe_div(age, U64F64.add(age, halving)))
