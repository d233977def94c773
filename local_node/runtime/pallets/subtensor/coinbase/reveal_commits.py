"""Timelocked weight commits, at the start of each block: expired ones are dropped.

A commit is due in the epoch that comes `RevealPeriodEpochs` after its own, and revealed in the
first block of that epoch in which the pulse of its drand round is known. Invariant: a commit
outlives its epoch by no more than the reveal period; an epoch that the block's cap defers keeps its
commits for the next block.
"""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame.context import Context
from local_node.runtime.pallets.subtensor.coinbase.epoch_schedule import deferred_epochs
from local_node.runtime.pallets.subtensor.subnets.mechanism import storage_indices
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT, all_netuids
from local_node.runtime.pallets.subtensor.subnets.weight_commits import current_epoch


def reveal_matured_commits(ctx: Context) -> None:
    """Go through every subnet whose epoch is not put off."""
    subnets = [netuid for netuid in all_netuids(ctx) if netuid != ROOT]
    deferred = deferred_epochs(ctx, subnets)
    for netuid in subnets:
        if netuid not in deferred:
            _drop_expired(ctx, netuid)


def _drop_expired(ctx: Context, netuid: int) -> None:
    due = current_epoch(ctx, netuid) - ctx.get(storage.RevealPeriodEpochs, netuid)
    for index in storage_indices(ctx, netuid):
        for epoch in list(ctx.keys(storage.TimelockedWeightCommits, index)):
            if epoch < due:
                ctx.remove(storage.TimelockedWeightCommits, (index, epoch))
