"""The emission of subnets: whether it is enabled, and the flow of TAO that it follows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from btsdk.integers import netuid_of
from btsdk.reads.subnets import Fixed, bits
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage, storage_map
from btsdk.storage import subtensor

_FRACTION = 64


@dataclass(frozen=True)
class TaoFlow:
    """The moving average of the TAO that flows into a subnet with each block, in rao; negative if
    it flows out. `block` is that of its last update."""

    rao: Fixed
    block: int


def emission_enabled(at: BlockContext, netuid: int) -> Program[bool]:
    """Whether the subnet takes part in the emission; root can exclude it."""
    return (yield from storage(at, subtensor.SubnetEmissionEnabled, netuid_of(netuid)))


def tao_flow(at: BlockContext, netuid: int) -> Program[TaoFlow | None]:
    """The flow of TAO into a subnet; None if it was not measured yet."""
    value = yield from storage(at, subtensor.SubnetEmaTaoFlow, netuid_of(netuid))
    return None if value is None else _flow(value)


def tao_flows(at: BlockContext) -> Program[dict[int, TaoFlow]]:
    """The flow of TAO into each subnet, by netuid."""
    entries = yield from storage_map(at, subtensor.SubnetEmaTaoFlow)
    return {
        netuid: _flow(value)
        for (netuid,), value in sorted(entries, key=lambda entry: entry[0])
        if value is not None
    }


def _flow(value: tuple[int, Any]) -> TaoFlow:
    block, average = value
    return TaoFlow(Fixed(bits(average), _FRACTION), block)
