"""The start of every block: old records of hotkey swaps go, then the block step runs."""

from __future__ import annotations

from chain_spec.pallets.subtensor import constants, storage
from local_node.runtime.frame import Context, Weight
from local_node.runtime.frame.weight import db
from local_node.runtime.pallets.subtensor.coinbase.block_step import block_step
from local_node.runtime.pallets.subtensor.subnets.subnet import all_netuids

# As the hook reports it, whatever it did.
_STEP_WEIGHT = Weight(110_634_229_000).plus(db(reads=8304, writes=110))


def on_initialize(ctx: Context) -> Weight:
    """The weight is that of the step, as it is reckoned, and of the records looked through."""
    weight = _forget_old_swaps(ctx)
    block_step(ctx)
    return _STEP_WEIGHT.plus(weight)


def _forget_old_swaps(ctx: Context) -> Weight:
    """One residue class of subnets a block, so that each gets its turn once in an interval."""
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
