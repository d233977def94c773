"""The coinbase of a block: emission to the subnets, and the due epochs.

Every block emits into pools and pending counters; an epoch drains its subnet's counters and
distributes them. A block runs at most `MaxEpochsPerBlock` epochs and defers the rest.
"""

from __future__ import annotations

from chain_spec.pallets.subtensor import events, storage
from local_node.runtime.arithmetic.fixed import U96F32
from local_node.runtime.frame.context import Context
from local_node.runtime.pallets.subtensor.coinbase.distribution import Pending, distribute_emission
from local_node.runtime.pallets.subtensor.coinbase.epoch_schedule import (
    has_consistent_keys,
    should_run_epoch,
)
from local_node.runtime.pallets.subtensor.coinbase.injection import emit_to_subnets
from local_node.runtime.pallets.subtensor.coinbase.subnet_emissions import (
    sells_root_dividends,
    subnet_block_emissions,
    subnets_to_emit_to,
)
from local_node.runtime.pallets.subtensor.staking.locks.subnet_king import change_owner_if_needed
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT, all_netuids

_U64_MAX = 2**64 - 1


def _one_more(count: int) -> int:
    return min(count + 1, _U64_MAX)


def run_coinbase(ctx: Context, credit: int) -> None:
    """Emit the block's credit of TAO to the subnets and run the due epochs."""
    emission = U96F32.from_int(credit)
    ctx.clear_prefix(storage.SubnetRootSellTao)
    subnets = [netuid for netuid in all_netuids(ctx) if netuid != ROOT]
    emitting = subnets_to_emit_to(ctx, subnets)
    emissions = subnet_block_emissions(ctx, emitting, emission)
    emit_to_subnets(ctx, emitting, emissions, credit, sells_root_dividends(ctx, emitting))
    for netuid, pending in sorted(_drain_pending(ctx, subnets).items()):
        distribute_emission(ctx, netuid, pending)
        ctx.put(storage.LastMechansimStepBlock, netuid, ctx.block_number)


def _drain_pending(ctx: Context, subnets: list[int]) -> dict[int, Pending]:
    """Advance every subnet's clock; return the pending emission of subnets with an epoch now."""
    cap = ctx.get(storage.MaxEpochsPerBlock)
    drained: dict[int, Pending] = {}
    for netuid in subnets:
        ctx.mutate(storage.BlocksSinceLastStep, netuid, _one_more)
        if not should_run_epoch(ctx, netuid):
            continue
        if len(drained) >= cap:
            _defer(ctx, netuid)
            continue
        if has_consistent_keys(ctx, netuid):
            ctx.put(storage.BlocksSinceLastStep, netuid, 0)
            drained[netuid] = _take_pending(ctx, netuid)
            change_owner_if_needed(ctx, netuid)
        else:
            ctx.emit(events.EpochSkipped, netuid=netuid, block=ctx.block_number)
        ctx.put(storage.LastEpochBlock, netuid, ctx.block_number)
        ctx.put(storage.PendingEpochAt, netuid, 0)
        ctx.mutate(storage.SubnetEpochIndex, netuid, _one_more)
    return drained


def _defer(ctx: Context, netuid: int) -> None:
    now = ctx.block_number
    ctx.put(storage.PendingEpochAt, netuid, now + 1)
    ctx.emit(events.EpochDeferred, netuid=netuid, from_block=now, to_block=now + 1)


def _take_pending(ctx: Context, netuid: int) -> Pending:
    amounts = []
    for item in (
        storage.PendingServerEmission,
        storage.PendingValidatorEmission,
        storage.PendingRootAlphaDivs,
        storage.PendingOwnerCut,
    ):
        amounts.append(ctx.get(item, netuid))
        ctx.put(item, netuid, 0)
    return Pending(*amounts)
