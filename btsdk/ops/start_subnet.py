"""The operation that starts a subnet."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.events.subtensor import FirstEmissionBlockNumberSet
from btsdk.keys import ss58
from btsdk.ops.checks import no_subnet, settle_netuid
from btsdk.reads.subnets import subnet_exists
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage
from btsdk.storage import subtensor
from btsdk.tx.operation import Draft, Refusal
from btsdk.tx.outcome import expected

__all__ = ["StartSubnet"]


@dataclass(frozen=True)
class StartSubnet:
    """Start the emission of a subnet and open it for staking; its owner may do this once."""

    netuid: int

    def __post_init__(self) -> None:
        settle_netuid(self)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`start_call`."""
        effects = (f"subnet {self.netuid} starts: emission and staking are enabled",)
        refusals = yield from self._refusals(at, origin)
        expects = (expected(FirstEmissionBlockNumberSet, netuid=self.netuid),)
        call = calls.StartCall(netuid=self.netuid)
        return Draft(call, effects, expects=expects, refusals=refusals)

    def _refusals(self, at: BlockContext, origin: str) -> Program[tuple[Refusal, ...]]:
        if not (yield from subnet_exists(at, self.netuid)):
            return (no_subnet(self.netuid),)
        owner = ss58.encode((yield from storage(at, subtensor.SubnetOwner, self.netuid)))
        if owner != origin:
            return (Refusal("BadOrigin", f"the subnet belongs to {owner}"),)
        if (yield from storage(at, subtensor.FirstEmissionBlockNumber, self.netuid)) is not None:
            code = "SubtensorModule.FirstEmissionBlockNumberAlreadySet"
            return (Refusal(code, "the subnet was started already"),)
        made = yield from storage(at, subtensor.NetworkRegisteredAt, self.netuid)
        opens = made + (yield from storage(at, subtensor.StartCallDelay))
        if at.number + 1 < opens:
            code = "SubtensorModule.NeedWaitingMoreBlocksToStarCall"
            reason = f"it can be started from block {opens:,} on; the chain is at {at.number:,}"
            return (Refusal(code, reason),)
        return ()
