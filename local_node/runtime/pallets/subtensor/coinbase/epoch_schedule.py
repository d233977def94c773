"""The schedule of a subnet's epochs: its tempo, the owner's trigger, the safety net, the block cap.

Epochs are not staggered by netuid: one is due ``tempo`` blocks after the last one. An epoch beyond
the cap is due again in the next block.
"""

from __future__ import annotations

from collections.abc import Iterable

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame.context import Context
from local_node.runtime.pallets.subtensor.rate_limits import MAX_TEMPO


def should_run_epoch(ctx: Context, netuid: int) -> bool:
    """Whether the subnet's epoch is due in this block; never with a tempo of zero."""
    tempo = ctx.get(storage.Tempo, netuid)
    if tempo == 0:
        return False
    pending = ctx.get(storage.PendingEpochAt, netuid)
    if 0 < pending <= ctx.block_number:
        return True
    if ctx.get(storage.BlocksSinceLastStep, netuid) > MAX_TEMPO:
        return True
    return ctx.block_number - ctx.get(storage.LastEpochBlock, netuid) >= int(tempo)


def deferred_epochs(ctx: Context, subnets: Iterable[int]) -> set[int]:
    """Subnets whose epoch is due but beyond the cap of this block."""
    cap = ctx.get(storage.MaxEpochsPerBlock)
    deferred: set[int] = set()
    running = 0
    for netuid in subnets:
        if not should_run_epoch(ctx, netuid):
            continue
        if running >= cap:
            deferred.add(netuid)
        elif has_consistent_keys(ctx, netuid):
            running += 1
    return deferred


def next_epoch_block(ctx: Context, netuid: int) -> int | None:
    """The block at which the next epoch is expected, or None with a tempo of zero."""
    tempo = ctx.get(storage.Tempo, netuid)
    if tempo == 0:
        return None
    due = int(ctx.get(storage.LastEpochBlock, netuid) + tempo)
    pending = ctx.get(storage.PendingEpochAt, netuid)
    return min(due, pending) if pending else due


def has_consistent_keys(ctx: Context, netuid: int) -> bool:
    """Whether no hotkey has two uids; otherwise the subnet's epoch is skipped."""
    hotkeys = list(ctx.values(storage.Keys, netuid))
    return len(hotkeys) == len(set(hotkeys))
