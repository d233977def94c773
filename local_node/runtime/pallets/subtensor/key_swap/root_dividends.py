"""Root dividends in key swaps: the claimable rates, and the amounts already claimed."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.arithmetic.fixed import I96F32
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.staking.root_claims.dividends import (
    claimable_rates,
    store_claimable_rates,
)

_U128_MAX = (1 << 128) - 1
Pair = tuple[bytes, bytes]


def move_claimable(ctx: Context, old: bytes, new: bytes) -> list[int]:
    """Add one hotkey's rates to another's; return the subnets that then have a rate."""
    rates = claimable_rates(ctx, new)
    for netuid, rate in claimable_rates(ctx, old).items():
        rates[netuid] = I96F32.add(rates.get(netuid, 0), rate)
    ctx.remove(storage.RootClaimable, old)
    store_claimable_rates(ctx, new, rates)
    return sorted(rates)


def move_claimed(ctx: Context, netuid: int, old: Pair, new: Pair) -> None:
    """Add the amount claimed by one pair of hotkey and coldkey to another's."""
    claimed = ctx.take(storage.RootClaimed, (netuid, *old))
    total = min(claimed + ctx.get(storage.RootClaimed, (netuid, *new)), _U128_MAX)
    ctx.put(storage.RootClaimed, (netuid, *new), total)
