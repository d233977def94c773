"""The operations on a subnet that only root may make: they go through `Sudo.sudo`."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.errors import UsageError
from btsdk.events.subtensor import NetworkRemoved
from btsdk.ops.checks import ROOT, no_subnet, settle_netuid
from btsdk.ops.ownership import through_sudo
from btsdk.ops.set_hyperparameter import SetHyperparameter
from btsdk.reads.subnets import subnet_exists
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft
from btsdk.tx.outcome import expected

__all__ = ["DissolveNetwork", "SetSubnetEmissionEnabled"]


@dataclass(frozen=True)
class DissolveNetwork:
    """Dissolve a subnet: its stakers are paid from its pool. Signed by the sudo key."""

    netuid: int

    def __post_init__(self) -> None:
        settle_netuid(self)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`root_dissolve_network`, through sudo."""
        return (yield from through_sudo(self, at, origin))

    def draft_as_root(self, at: BlockContext, origin: str) -> Program[Draft]:
        """The call with the Root origin."""
        exists = self.netuid != ROOT and (yield from subnet_exists(at, self.netuid))
        return Draft(
            calls.RootDissolveNetwork(netuid=self.netuid),
            (
                f"subnet {self.netuid} is dissolved, with all its neurons",
                "its stakers are paid from its pool",
            ),
            ("the subnet cannot be restored",),
            expects=(expected(NetworkRemoved, netuid=self.netuid),),
            refusals=() if exists else (no_subnet(self.netuid),),
        )


@dataclass(frozen=True)
class SetSubnetEmissionEnabled:
    """Include a subnet in the emission, or exclude it. Signed by the sudo key."""

    netuid: int
    enabled: bool

    def __post_init__(self) -> None:
        settle_netuid(self)
        if not isinstance(self.enabled, bool):
            raise UsageError(f"enabled is True or False, not {self.enabled!r:.100}")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`sudo_set_subnet_emission_enabled`, through sudo."""
        return (yield from through_sudo(self, at, origin))

    def draft_as_root(self, at: BlockContext, origin: str) -> Program[Draft]:
        """The call with the Root origin."""
        name = "subnet_emission_enabled"
        setter = SetHyperparameter(self.netuid, name, self.enabled)
        return (yield from setter.draft_as_root(at, origin))
