"""`start_call`: a subnet's owner enables its token and starts its emission."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, events, storage
from local_node.runtime.frame import Context, Origin, ensure
from local_node.runtime.pallets.subtensor.owners import ensure_owner
from local_node.runtime.pallets.subtensor.subnets.subnet import ensure_subnet_exists


def start_call(ctx: Context, origin: Origin, netuid: int) -> None:
    """Once per subnet, at the earliest `StartCallDelay` blocks after its creation."""
    ensure_subnet_exists(ctx, netuid)
    ensure_owner(ctx, origin, netuid)
    first = ctx.get(storage.FirstEmissionBlockNumber, netuid)
    ensure(first is None, errors.FirstEmissionBlockNumberAlreadySet)
    opens_at = ctx.get(storage.NetworkRegisteredAt, netuid) + ctx.get(storage.StartCallDelay)
    ensure(ctx.block_number >= opens_at, errors.NeedWaitingMoreBlocksToStarCall)

    next_block = ctx.block_number + 1
    ctx.put(storage.FirstEmissionBlockNumber, netuid, next_block)
    ctx.put(storage.SubtokenEnabled, netuid, True)
    ctx.emit(events.FirstEmissionBlockNumberSet, netuid, next_block)
