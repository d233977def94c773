"""The price of a registration: it halves over `BurnHalfLife` blocks and rises after each one.

The decay is exact integer arithmetic on a 32-bit binary fraction (Q32), so that the price is
reproducible to the rao. It always stays between `MinBurn` and `MaxBurn`.
"""

from __future__ import annotations

from functools import lru_cache

from chain_spec.pallets.subtensor import storage
from local_node.runtime.arithmetic.fixed import U64F64
from local_node.runtime.frame.context import Context
from local_node.runtime.pallets.subtensor.coinbase.epoch_schedule import should_run_epoch
from local_node.runtime.pallets.subtensor.features import has_pow
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT, all_netuids

_ONE = 1 << 32
_HALF = 1 << 31
_U64_MAX = (1 << 64) - 1


def mul_q32(value: int, factor: int) -> int:
    return min((value * factor) >> 32, _U64_MAX)


def pow_q32(base: int, exponent: int) -> int:
    """`base ** exponent` by squaring, truncated to 32 binary places after each product."""
    result, factor = _ONE, base
    while exponent:
        if exponent & 1:
            result = mul_q32(result, factor)
        exponent >>= 1
        if exponent:
            factor = mul_q32(factor, factor)
    return result


@lru_cache(maxsize=256)
def decay_factor(half_life: int) -> int:
    """The largest Q32 factor that gives at most one half when applied `half_life` times."""
    if half_life == 0:
        return _ONE
    low, high = 0, _ONE
    while low + 1 < high:
        middle = low + ((high - low) >> 1)
        if pow_q32(middle, half_life) > _HALF:
            high = middle
        else:
            low = middle
    return low


def decay_prices(ctx: Context) -> None:
    """Lower every price and reset the registration counters, at the start of a block."""
    for netuid in all_netuids(ctx):
        _decay_price(ctx, netuid)
        ctx.put(storage.RegistrationsThisBlock, netuid, 0)
        if _interval_is_over(ctx, netuid):
            ctx.put(storage.RegistrationsThisInterval, netuid, 0)


def bump_price(ctx: Context, netuid: int) -> None:
    """Raise the price after a registration, for the same block too."""
    if netuid == ROOT:
        return
    multiplier = max(ctx.get(storage.BurnIncreaseMult, netuid), U64F64.one)
    price = U64F64.from_int(ctx.get(storage.Burn, netuid))
    raised = U64F64.to_u64(U64F64.mul(price, multiplier))
    ctx.put(storage.Burn, netuid, _within_bounds(ctx, netuid, raised))


def _decay_price(ctx: Context, netuid: int) -> None:
    price = ctx.get(storage.Burn, netuid)
    half_life = ctx.get(storage.BurnHalfLife, netuid)
    fallen = price
    if half_life > 0 and ctx.block_number > 1:
        fallen = mul_q32(price, decay_factor(half_life))
    fallen = _within_bounds(ctx, netuid, fallen)
    if fallen != price:
        ctx.put(storage.Burn, netuid, fallen)


def _interval_is_over(ctx: Context, netuid: int) -> bool:
    """Whether the interval is over: an epoch on root, else `AdjustmentInterval` for proofs of
    work."""
    if netuid == ROOT:
        return should_run_epoch(ctx, netuid)
    if not has_pow(ctx):
        return False
    last = ctx.get(storage.LastAdjustmentBlock, netuid)
    over = ctx.block_number - last >= ctx.get(storage.AdjustmentInterval, netuid)
    if over:
        ctx.put(storage.LastAdjustmentBlock, netuid, ctx.block_number)
    return bool(over)


def _within_bounds(ctx: Context, netuid: int, price: int) -> int:
    # In this order: if the bounds cross, the upper one has priority.
    return min(max(price, ctx.get(storage.MinBurn, netuid)), ctx.get(storage.MaxBurn, netuid))
