"""The owner of a subnet, its start, and the subnet that is pruned next."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.apis import subnet_info
from btsdk.errors import SubnetNotFound
from btsdk.integers import netuid_of
from btsdk.keys import ss58
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import call_api, storage_many
from btsdk.storage import subtensor


@dataclass(frozen=True)
class SubnetOwner:
    """The owner of a subnet: the coldkey that controls it, and its hotkey there."""

    coldkey: str
    hotkey: str


@dataclass(frozen=True)
class StartSchedule:
    """When a subnet may be started, and whether it was.

    The owner may start it from block `opens_at` on, `delay` blocks after its creation. Emission
    begins with block `first_emission`; None if it was not started.
    """

    netuid: int
    registered_at: int
    delay: int
    first_emission: int | None

    @property
    def opens_at(self) -> int:
        return self.registered_at + self.delay

    @property
    def started(self) -> bool:
        return self.first_emission is not None


def subnet_owner(at: BlockContext, netuid: int) -> Program[SubnetOwner]:
    """The owner of a subnet; raises `SubnetNotFound`."""
    netuid = netuid_of(netuid)
    exists, coldkey, hotkey = yield from storage_many(
        at,
        [
            (subtensor.NetworksAdded, (netuid,)),
            (subtensor.SubnetOwner, (netuid,)),
            (subtensor.SubnetOwnerHotkey, (netuid,)),
        ],
    )
    if not exists:
        raise SubnetNotFound(netuid)
    return SubnetOwner(ss58.encode(coldkey), ss58.encode(hotkey))


def start_schedule(at: BlockContext, netuid: int) -> Program[StartSchedule]:
    """The start of a subnet; raises `SubnetNotFound`."""
    netuid = netuid_of(netuid)
    exists, made, delay, first = yield from storage_many(
        at,
        [
            (subtensor.NetworksAdded, (netuid,)),
            (subtensor.NetworkRegisteredAt, (netuid,)),
            (subtensor.StartCallDelay, ()),
            (subtensor.FirstEmissionBlockNumber, (netuid,)),
        ],
    )
    if not exists:
        raise SubnetNotFound(netuid)
    return StartSchedule(netuid, made, delay, first)


def subnet_to_prune(at: BlockContext) -> Program[int | None]:
    """The subnet that the next new one would replace if there were no free place; None if all are
    immune."""
    return (yield from call_api(at, subnet_info.get_subnet_to_prune))
