"""Schedules of epochs, by the chain's rule.

A block runs a subnet's epoch if `tempo` blocks have passed since the last one, if its owner has
triggered one for this block or an earlier one, or if no epoch has succeeded in `MaxTempo` blocks.
The root network has none, nor has a subnet whose tempo is 0. `MaxEpochsPerBlock` may defer an epoch
by some blocks; the chain then sets `pending` to the next block.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from btsdk.constants.subtensor import MaxTempo
from btsdk.errors import UsageError
from btsdk.integers import netuid_of
from btsdk.rpc.effects import Program
from btsdk.rpc.parallel import gather
from btsdk.state.block_context import BlockContext
from btsdk.state.query import constant, storage_many, storage_map
from btsdk.storage import subtensor

ROOT = 0

_ITEMS = (
    subtensor.Tempo,
    subtensor.LastEpochBlock,
    subtensor.PendingEpochAt,
    subtensor.BlocksSinceLastStep,
    subtensor.SubnetEpochIndex,
)


@dataclass(frozen=True)
class EpochSchedule:
    """A subnet's epochs, seen from one block.

    `next_epoch` is the first later block in which one is due, None if there are none. `last_epoch`
    is the block of the last one, `index` their number, `pending` the block of a triggered or
    deferred one. `blocks_since_last_step` counts from the last epoch that succeeded.
    """

    netuid: int
    block: int
    tempo: int
    index: int
    last_epoch: int
    pending: int | None
    blocks_since_last_step: int
    next_epoch: int | None

    @property
    def blocks_until_next_epoch(self) -> int | None:
        """The number of blocks to `next_epoch`; at least 1."""
        return None if self.next_epoch is None else self.next_epoch - self.block

    @property
    def blocks_since_last_epoch(self) -> int:
        """The number of blocks since `last_epoch`."""
        return max(self.block - self.last_epoch, 0)


def epoch_schedule(at: BlockContext, netuid: int) -> Program[EpochSchedule]:
    """The epochs of a subnet; raises `UsageError` if there is no such subnet."""
    netuid = netuid_of(netuid)
    exists, *values = yield from storage_many(
        at, [(item, (netuid,)) for item in (subtensor.NetworksAdded, *_ITEMS)]
    )
    if not exists:
        raise UsageError(f"there is no subnet {netuid} at block {at.number}")
    return _schedule(at, netuid, *values)


def epoch_schedules(at: BlockContext) -> Program[dict[int, EpochSchedule]]:
    """The epochs of all subnets, by netuid."""
    reads: list[Program[Any]] = [
        storage_map(at, item) for item in (subtensor.NetworksAdded, *_ITEMS)
    ]
    maps = yield from gather(reads)
    added, *values = ({netuid: value for (netuid,), value in found} for found in maps)
    defaults = [item.decode(at.metadata, None) for item in _ITEMS]
    return {
        netuid: _schedule(
            at,
            netuid,
            *(found.get(netuid, default) for found, default in zip(values, defaults, strict=True)),
        )
        for netuid in sorted(netuid for netuid, exists in added.items() if exists)
    }


def coming_epoch(at: BlockContext, netuid: int) -> Program[tuple[int, int | None]]:
    """The epoch that the next block is of, by its index, and the first block of the epoch after
    that; None if none comes. The block that runs an epoch is the first one of the next index."""
    values = yield from storage_many(at, [(item, (netuid_of(netuid),)) for item in _ITEMS])
    schedule = _schedule(at, netuid, *values)
    if schedule.next_epoch != at.number + 1:
        return schedule.index, schedule.next_epoch
    return schedule.index + 1, at.number + 1 + schedule.tempo


def next_epoch(number: int, tempo: int, last: int, pending: int, since: int, longest: int) -> int:
    """The first block after `number` that runs an epoch.

    `pending` is 0 if none is triggered, `since` the count of blocks since the last successful one
    at `number`, `longest` the count above which the next block runs one.
    """
    due = min(last + tempo, number + longest - since + 1)
    if pending:
        due = min(due, pending)
    return max(due, number + 1)


def _schedule(
    at: BlockContext, netuid: int, tempo: int, last: int, pending: int, since: int, index: int
) -> EpochSchedule:
    due = None
    if tempo and netuid != ROOT:
        due = next_epoch(at.number, tempo, last, pending, since, constant(at, MaxTempo))
    return EpochSchedule(netuid, at.number, tempo, index, last, pending or None, since, due)
