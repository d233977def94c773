"""Subnets in the explorer: the SDK's own reads, and the weights."""

from __future__ import annotations

from typing import Any

from btsdk.reads import neurons, subnets
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage, storage_map
from btsdk.storage import subtensor
from local_node.explorer.reader import Reader
from local_node.explorer.to_json import plain

MECHANISM_STRIDE = 4096
"""`GLOBAL_MAX_SUBNET_COUNT`: a mechanism's weights are stored under mechanism × this + netuid."""

Json = dict[str, Any]


class Subnets:
    """The subnets of one chain; every answer belongs to the block it is asked at."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def all(self, at: BlockContext) -> list[Json]:
        """All subnets, with their numbers of neurons and the limits."""
        sizes = dict(self._reader.read(storage_map, at, subtensor.SubnetworkN))
        return [
            plain(found) | {"neurons": sizes.get((found.netuid,), 0)}
            for found in self._reader.read(subnets.subnets, at)
        ]

    def one(self, at: BlockContext, netuid: int) -> Json | None:
        """A subnet with its hyperparameters and mechanisms; None if there is none."""
        found = self._reader.read(subnets.subnet, at, netuid)
        if found is None:
            return None
        rules = self._reader.read(subnets.hyperparameters, at, netuid) or {}
        answer: Json = plain(found)
        return answer | {
            "neurons": self._reader.read(storage, at, subtensor.SubnetworkN, netuid),
            "started": self._reader.read(subnets.staking_open, at, netuid),
            "mechanisms": self._mechanisms(at, netuid),
            "hyperparameters": {name: plain(value) for name, value in rules.items()},
        }

    def metagraph(self, at: BlockContext, netuid: int) -> Json | None:
        """All neurons of a subnet, by uid; None if there is no such subnet."""
        found = self._reader.read(neurons.metagraph, at, netuid)
        return None if found is None else plain(found)

    def weights(self, at: BlockContext, netuid: int, mechanism: int) -> Json | None:
        """The weights, of 65,535, in rows of the neurons that have set some.

        None if there is no such subnet, or it has no such mechanism.
        """
        exists = self._reader.read(subnets.subnet_exists, at, netuid)
        if not exists or mechanism >= self._mechanisms(at, netuid):
            return None
        index = mechanism * MECHANISM_STRIDE + netuid
        entries = self._reader.read(storage_map, at, subtensor.Weights, index)
        rows = sorted((uid, row) for (_, uid), row in entries if row)
        return {
            "netuid": netuid,
            "mechanism": mechanism,
            "size": self._reader.read(storage, at, subtensor.SubnetworkN, netuid),
            "rows": [[uid, [list(pair) for pair in row]] for uid, row in rows],
        }

    def _mechanisms(self, at: BlockContext, netuid: int) -> int:
        return int(self._reader.read(storage, at, subtensor.MechanismCountCurrent, netuid))
