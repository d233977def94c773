"""The operation that creates a subnet."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.events.subtensor import NetworkAdded, SubnetIdentitySet
from btsdk.keys import ss58
from btsdk.ops.checks import balance_refusals, balance_warnings, check_address, owner_refusals
from btsdk.reads.identities import SubnetIdentity
from btsdk.reads.rate_limits import network_allowed_at
from btsdk.reads.subnets import subnet_cost
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Encodable, Refusal
from btsdk.tx.outcome import Expected, expected

__all__ = ["CreateSubnet", "SubnetIdentity"]


@dataclass(frozen=True)
class CreateSubnet:
    """Create a subnet that the signing coldkey owns, with `hotkey` as its first neuron.

    The cost falls with every block until a subnet is created, and is not refunded. Staking opens
    when the owner starts the subnet (`StartSubnet`).
    """

    hotkey: str
    identity: SubnetIdentity | None = None

    def __post_init__(self) -> None:
        check_address(self.hotkey, "hotkey")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`register_network`, or `register_network_with_identity`."""
        cost = yield from subnet_cost(at)
        refusals = yield from owner_refusals(at, self.hotkey, origin)
        if not refusals:
            refusals = yield from _too_soon(at)
        if not refusals:
            refusals = yield from balance_refusals(at, origin, cost, _SHORT)
        warnings = yield from balance_warnings(at, origin, cost)
        effects: tuple[str, ...] = (
            f"a subnet is created, owned by {origin}",
            f"{cost:,} is spent on it",
            f"{self.hotkey} is its first neuron",
        )
        if self.identity is not None:
            effects += (f"its name is {self.identity.subnet_name or 'nameless'!r}",)
        expects: tuple[Expected, ...] = (expected(NetworkAdded),)  # the chain chooses the netuid
        if self.identity is not None:
            expects += (expected(SubnetIdentitySet),)
        return Draft(
            self._call(),
            effects,
            warnings,
            spends=cost,
            expects=expects,
            refusals=refusals,
            if_short=_SHORT,
        )

    def _call(self) -> Encodable:
        hotkey = ss58.decode(self.hotkey)
        if self.identity is None:
            return calls.RegisterNetwork(hotkey=hotkey)
        identity = self.identity.encoded()
        return calls.RegisterNetworkWithIdentity(hotkey=hotkey, identity=identity)


_SHORT = "SubtensorModule.CannotAffordLockCost"


def _too_soon(at: BlockContext) -> Program[tuple[Refusal, ...]]:
    ends = yield from network_allowed_at(at)
    if ends is None:
        return ()
    reason = f"the rate limit of new subnets ends at block {ends}"
    return (Refusal("SubtensorModule.NetworkTxRateLimitExceeded", reason),)
