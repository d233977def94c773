"""Making a subnet."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.keys import ss58
from btsdk.ops.checks import balance_warnings, check_address, owner_warnings
from btsdk.reads.subnets import subnet_cost
from btsdk.rpc.effects import Program
from btsdk.state.pinned import At
from btsdk.tx.operation import Draft


@dataclass(frozen=True)
class CreateSubnet:
    """A new subnet, owned by the signing coldkey, with `hotkey` as its first neuron.

    Its cost falls with every block until somebody pays it, and is not given back. Staking opens
    when the owner starts the subnet (`StartSubnet`).
    """

    hotkey: str

    def __post_init__(self) -> None:
        check_address(self.hotkey, "hotkey")

    def draft(self, at: At, origin: str) -> Program[Draft]:
        """`register_network`."""
        cost = yield from subnet_cost(at)
        warnings = yield from balance_warnings(at, origin, cost)
        warnings += yield from owner_warnings(at, self.hotkey, origin)
        effects = (
            f"a subnet is made, owned by {origin}",
            f"{cost} is spent on it",
            f"{self.hotkey} is its first neuron",
        )
        return Draft(calls.RegisterNetwork(hotkey=ss58.decode(self.hotkey)), effects, warnings)
