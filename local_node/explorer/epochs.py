"""When a subnet's epochs run, and the commitments to weights that wait for one.

The root network has none: the chain's epochs are those of subnets, and of them only where the tempo
is not zero.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from btsdk.keys import ss58
from btsdk.reads import weights
from btsdk.reads.epochs import EpochSchedule, epoch_schedule, epoch_schedules
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage, storage_map
from btsdk.storage import subtensor
from local_node.explorer.reader import Reader

Json = dict[str, Any]


class Epoch(NamedTuple):
    """Where a subnet stands: blocks since its last epoch, of how many, and the next one's block."""

    since: int
    tempo: int
    next: int

    def json(self) -> Json:
        return self._asdict()


class Epochs:
    """The epochs of the subnets of one chain."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def all(self, at: BlockContext) -> dict[int, Epoch]:
        """By netuid, without those that have no epochs."""
        found = self._reader.read(epoch_schedules, at)
        epochs = {netuid: _epoch(schedule) for netuid, schedule in found.items()}
        return {netuid: epoch for netuid, epoch in epochs.items() if epoch is not None}

    def one(self, at: BlockContext, netuid: int) -> Epoch | None:
        """Of an existing subnet; None where it has no epochs."""
        return _epoch(self._reader.read(epoch_schedule, at, netuid))

    def pending(self, at: BlockContext, netuid: int, mechanism: int) -> Json:
        """The commitments that wait to be revealed, those that are due first before the others.

        `sealed` ones the chain opens itself with a pulse of the beacon, if `pulsesCome`; the others
        are their hotkey's to reveal. `block` is the first one at which that happens; None: never.
        """
        found = sorted(self._commits(at, weights.storage_index(netuid, mechanism)))
        if not found:
            return {"commits": [], "pulsesCome": None}
        number = self._reader.read(storage, at, subtensor.SubnetEpochIndex, netuid)
        period = self._reader.read(storage, at, subtensor.RevealPeriodEpochs, netuid)
        epoch = self.one(at, netuid)
        opening = self._reader.read(weights.opening, at, netuid)
        return {
            "commits": [
                {
                    "hotkey": ss58.encode(who),
                    "sealed": reveal_round is not None,
                    "round": reveal_round,
                    "block": _due(at.number, epoch, own + period - number),
                }
                for own, who, reveal_round in found
                if own + period >= number  # others have expired
            ],
            "pulsesCome": opening is not None and opening.pulses_come,
        }

    def _commits(self, at: BlockContext, index: int) -> Iterator[tuple[int, bytes, int | None]]:
        """The epoch of each commitment, who made it, and the beacon's round where it is sealed."""
        sealed = self._reader.read(storage_map, at, subtensor.TimelockedWeightCommits, index)
        for (_, epoch), commits in sealed:
            for who, _, _, reveal_round in commits:
                yield epoch, who, reveal_round
        hashed = self._reader.read(storage_map, at, subtensor.WeightCommits, index)
        for (_, who), own in hashed:
            for _, epoch, *_ in own or ():
                yield epoch, who, None


def _epoch(schedule: EpochSchedule) -> Epoch | None:
    if schedule.next_epoch is None:
        return None
    return Epoch(schedule.blocks_since_last_epoch, schedule.tempo, schedule.next_epoch)


def _due(number: int, epoch: Epoch | None, epochs: int) -> int | None:
    """The block with which the epoch after so many begins; this one, if that has begun."""
    if epochs <= 0:
        return number
    return None if epoch is None else epoch.next + (epochs - 1) * epoch.tempo
