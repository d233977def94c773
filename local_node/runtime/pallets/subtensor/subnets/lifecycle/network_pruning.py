"""The subnet that a new one replaces when the chain is full."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame.context import Context
from local_node.runtime.pallets.subtensor.staking.pool.prices import moving_alpha_price
from local_node.runtime.pallets.subtensor.subnets.subnet import existing_subnets


def network_to_prune(ctx: Context) -> int | None:
    """The subnet past its immunity period with the lowest moving price; the oldest wins ties."""
    candidates = []
    immunity = ctx.get(storage.NetworkImmunityPeriod)
    for netuid in existing_subnets(ctx):
        registered_at = ctx.get(storage.NetworkRegisteredAt, netuid)
        if ctx.block_number >= registered_at + immunity:
            candidates.append((moving_alpha_price(ctx, netuid), registered_at, netuid))
    if not candidates:
        return None
    # min() keeps the first of equals, in storage order.
    return min(candidates, key=lambda candidate: candidate[:2])[2]
