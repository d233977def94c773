"""Activity of neurons: the blocks since their weights were updated.

An epoch leaves out neurons whose last update is more than the subnet's activity cutoff ago.
Registration counts as an update.
"""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.errors import UsageError
from btsdk.integers import NETUID_MAX, netuid_of, whole
from btsdk.reads.weights import storage_index
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage_many
from btsdk.storage import subtensor


@dataclass(frozen=True)
class Activity:
    """The last updates of a mechanism's neurons, by uid. `cutoff` is in blocks."""

    netuid: int
    mechanism: int
    block: int
    cutoff: int
    last_updates: tuple[int, ...]

    def blocks_since_update(self, uid: int) -> int:
        """The blocks since a neuron's last update."""
        return max(self.block - self._of(uid), 0)

    def active_until(self, uid: int) -> int:
        """The last block whose epoch counts the neuron as active, without another update."""
        return self._of(uid) + self.cutoff

    def active(self, uid: int) -> bool:
        """Whether an epoch in the next block would count the neuron as active."""
        return self.active_until(uid) > self.block

    def _of(self, uid: int) -> int:
        uid = whole(uid, "uid", 0, NETUID_MAX)
        if uid >= len(self.last_updates):
            count = len(self.last_updates)
            raise UsageError(f"subnet {self.netuid} has no uid {uid}: it has {count} neurons")
        return self.last_updates[uid]


def activity(at: BlockContext, netuid: int, mechanism: int = 0) -> Program[Activity]:
    """The activity of all neurons of a subnet; raises `UsageError` if there is no such subnet."""
    netuid = netuid_of(netuid)
    mechanism = whole(mechanism, "mechanism", 0, 255)
    exists, size, updates, factor, tempo, mechanisms = yield from storage_many(
        at,
        [
            (subtensor.NetworksAdded, (netuid,)),
            (subtensor.SubnetworkN, (netuid,)),
            (subtensor.LastUpdate, (storage_index(netuid, mechanism),)),
            (subtensor.ActivityCutoffFactorMilli, (netuid,)),
            (subtensor.Tempo, (netuid,)),
            (subtensor.MechanismCountCurrent, (netuid,)),
        ],
    )
    if not exists:
        raise UsageError(f"there is no subnet {netuid} at block {at.number}")
    if mechanism >= mechanisms:
        raise UsageError(f"subnet {netuid} has no mechanism {mechanism}: it has {mechanisms}")
    cutoff = max(factor * tempo // 1000, 1)
    updates = (*updates[:size], *[0] * (size - len(updates)))
    return Activity(netuid, mechanism, at.number, cutoff, updates)


def blocks_since_update(
    at: BlockContext, netuid: int, uid: int, mechanism: int = 0
) -> Program[int]:
    """The blocks since a neuron last updated its weights."""
    found = yield from activity(at, netuid, mechanism)
    return found.blocks_since_update(uid)
