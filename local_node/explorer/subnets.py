"""Subnets in the explorer: the SDK's own reads, and the weights."""

from __future__ import annotations

from typing import Any

from btsdk.reads import subnets
from btsdk.reads.hyperparameters import hyperparameters
from btsdk.reads.metagraph.fetch import find_metagraph
from btsdk.reads.weights import storage_index
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage, storage_map
from btsdk.storage import subtensor
from local_node.explorer.epochs import Epoch, Epochs
from local_node.explorer.reader import Reader
from local_node.explorer.to_json import as_json, camel

Json = dict[str, Any]

_SHOWN = (
    "name", "symbol", "tempo", "owner_hotkey", "owner_coldkey", "max_uids", "burn", "difficulty",
    "tao_in", "alpha_in", "alpha_out",
)  # fmt: skip
"""The attributes of a metagraph that the page receives, beside its neurons."""


class Subnets:
    """The subnets of one chain; every answer belongs to the block it is asked at."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._epochs = Epochs(reader)

    def all(self, at: BlockContext) -> list[Json]:
        """All subnets, with how many neurons they have, and where they are in their epoch."""
        sizes = dict(self._reader.read(storage_map, at, subtensor.SubnetworkN))
        epochs = self._epochs.all(at)
        return [
            as_json(found)
            | {"neurons": sizes.get((found.netuid,), 0), "epoch": _json(epochs.get(found.netuid))}
            for found in self._reader.read(subnets.subnets, at)
        ]

    def one(self, at: BlockContext, netuid: int) -> Json | None:
        """A subnet with its hyperparameters and mechanisms; None if there is none."""
        found = self._reader.read(subnets.find_subnet, at, netuid)
        if found is None:
            return None
        rules = self._reader.read(hyperparameters, at, netuid)
        answer: Json = as_json(found)
        return answer | {
            "neurons": self._reader.read(storage, at, subtensor.SubnetworkN, netuid),
            "epoch": _json(self._epochs.one(at, netuid)),
            "started": self._reader.read(subnets.staking_open, at, netuid),
            "mechanisms": self._mechanisms(at, netuid),
            "hyperparameters": {name: as_json(value) for name, value in rules.items()},
        }

    def metagraph(self, at: BlockContext, netuid: int) -> Json | None:
        """All neurons of a subnet, by uid; None if there is no such subnet."""
        found = self._reader.read(find_metagraph, at, netuid, fields=(*_SHOWN, "neurons"))
        if found is None:
            return None
        values = {
            camel(name): as_json(getattr(found, name)) for name in ("netuid", "block", *_SHOWN)
        }
        return values | {"neurons": as_json(found.neurons)}

    def weights(self, at: BlockContext, netuid: int, mechanism: int) -> Json | None:
        """Who gives which weight to whom, of 65,535: rows of those who have set any, and the
        commitments that wait to be revealed.

        None if there is no such subnet, or it has no such mechanism.
        """
        exists = self._reader.read(subnets.subnet_exists, at, netuid)
        if not exists or mechanism >= self._mechanisms(at, netuid):
            return None
        index = storage_index(netuid, mechanism)
        entries = self._reader.read(storage_map, at, subtensor.Weights, index)
        rows = sorted((uid, row) for (_, uid), row in entries if row)
        return {
            "netuid": netuid,
            "mechanism": mechanism,
            "size": self._reader.read(storage, at, subtensor.SubnetworkN, netuid),
            "rows": [[uid, [list(pair) for pair in row]] for uid, row in rows],
            "pending": self._epochs.pending(at, netuid, mechanism),
        }

    def _mechanisms(self, at: BlockContext, netuid: int) -> int:
        return int(self._reader.read(storage, at, subtensor.MechanismCountCurrent, netuid))


def _json(epoch: Epoch | None) -> Json | None:
    return None if epoch is None else epoch.json()
