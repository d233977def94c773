"""The block step: the pallet's work at the start of each block, in the chain's order.

Registration prices fall, TAO is emitted, matured weights are revealed, the coinbase runs, averages
are updated, pending children are applied, and some coldkeys' root dividends are claimed.
"""

from __future__ import annotations

from chain_spec.pallets import system
from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame.context import Context
from local_node.runtime.pallets.subtensor.coinbase.block_emission import issue_block_emission
from local_node.runtime.pallets.subtensor.coinbase.injection import root_proportion
from local_node.runtime.pallets.subtensor.coinbase.reveal_commits import reveal_matured_commits
from local_node.runtime.pallets.subtensor.coinbase.run_coinbase import run_coinbase
from local_node.runtime.pallets.subtensor.coinbase.subnet_emissions import subnets_to_emit_to
from local_node.runtime.pallets.subtensor.staking.children.relations import apply_pending_children
from local_node.runtime.pallets.subtensor.staking.pool.prices import update_moving_price
from local_node.runtime.pallets.subtensor.staking.root_claims.claim_index import (
    run_auto_claims,
    walk_root_stakers,
)
from local_node.runtime.pallets.subtensor.subnets.registration.burn_price import decay_prices
from local_node.runtime.pallets.subtensor.subnets.subnet import all_netuids


def block_step(ctx: Context) -> None:
    """Run the step of the current block."""
    decay_prices(ctx)
    credit = issue_block_emission(ctx)
    reveal_matured_commits(ctx)
    run_coinbase(ctx, credit)
    emitting = subnets_to_emit_to(ctx, all_netuids(ctx))
    for netuid in emitting:
        update_moving_price(ctx, netuid)
    for netuid in emitting:
        ctx.put(storage.RootProp, netuid, root_proportion(ctx, netuid))
    for netuid in all_netuids(ctx):
        if ctx.get(storage.LastEpochBlock, netuid) == ctx.block_number:
            apply_pending_children(ctx, netuid)
    run_auto_claims(ctx, ctx.get(system.storage.ParentHash))
    walk_root_stakers(ctx)
