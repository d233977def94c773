"""The start of every block: old records of hotkey swaps are removed, then the block step runs."""

from __future__ import annotations

from chain_spec.pallets.subtensor import constants, storage
from local_node.runtime.frame import Context, Weight
from local_node.runtime.frame.weight import db
from local_node.runtime.pallets.subtensor.coinbase.block_step import block_step
from local_node.runtime.pallets.subtensor.subnets.subnet import all_netuids

# The weight that the hook reports, regardless of its work.
_STEP_WEIGHT = Weight(110_634_229_000).plus(db(reads=8304, writes=110))


def on_initialize(ctx: Context) -> Weight:
    """Run the step; return its declared weight plus that of the records checked."""
    weight = _forget_old_swaps(ctx)
    block_step(ctx)
    return _STEP_WEIGHT.plus(weight)


def _forget_old_swaps(ctx: Context) -> Weight:
    """Remove old records of one residue class of subnets, so each is checked once per interval."""
    interval = ctx.constant(constants.HotkeySwapOnSubnetInterval)
    netuids = all_netuids(ctx)
    weight = db(reads=2 + len(netuids))
    for netuid in netuids:
        if netuid % interval != ctx.block_number % interval:
            continue
        for coldkey, swapped_at in list(ctx.iter(storage.LastHotkeySwapOnNetuid, netuid)):
            weight = weight.plus(db(reads=1))
            if swapped_at + interval < ctx.block_number:
                ctx.remove(storage.LastHotkeySwapOnNetuid, (netuid, coldkey))
                weight = weight.plus(db(writes=1))
    return weight
