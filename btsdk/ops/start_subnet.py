"""Starting a subnet: its emission and the staking of its alpha."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.events.subtensor import FirstEmissionBlockNumberSet
from btsdk.keys import ss58
from btsdk.ops.checks import check_netuid
from btsdk.reads.subnets import subnet_exists
from btsdk.rpc.effects import Program
from btsdk.state.pinned import At
from btsdk.state.query import storage
from btsdk.storage import subtensor
from btsdk.tx.operation import Draft
from btsdk.tx.outcome import expected


@dataclass(frozen=True)
class StartSubnet:
    """Open a subnet for emission and staking; its owner may do that once."""

    netuid: int

    def __post_init__(self) -> None:
        check_netuid(self.netuid)

    def draft(self, at: At, origin: str) -> Program[Draft]:
        """`start_call`."""
        effects = (f"subnet {self.netuid} starts: it gets emission, and its alpha can be staked",)
        warnings = yield from self._warnings(at, origin)
        expects = (expected(FirstEmissionBlockNumberSet, field_0=self.netuid),)
        return Draft(calls.StartCall(netuid=self.netuid), effects, warnings, expects=expects)

    def _warnings(self, at: At, origin: str) -> Program[tuple[str, ...]]:
        if not (yield from subnet_exists(at, self.netuid)):
            return (f"there is no subnet {self.netuid}",)
        owner = ss58.encode((yield from storage(at, subtensor.SubnetOwner, self.netuid)))
        if owner != origin:
            return (f"the subnet belongs to {owner}",)
        started = yield from storage(at, subtensor.FirstEmissionBlockNumber, self.netuid)
        return () if started is None else ("the subnet was started already",)
