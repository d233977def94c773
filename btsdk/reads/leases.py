"""Leased subnets: paid for by a crowdloan, whose contributors share the owner's cut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from btsdk.integers import netuid_of, whole
from btsdk.keys import ss58
from btsdk.reads.subnets import Fixed, bits
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage, storage_map
from btsdk.storage import subtensor
from btsdk.units import Alpha, Tao

if TYPE_CHECKING:
    from btsdk.descriptors.values import SubnetLease

_U32_MAX = (1 << 32) - 1


@dataclass(frozen=True)
class Lease:
    """A leased subnet. The beneficiary runs it, as a proxy of the lease's `coldkey`.

    `emissions_share` is the contributors' part of the owner's cut, in percent. From block
    `end_block` on the beneficiary can take the subnet over; None: never.
    """

    lease_id: int
    netuid: int
    beneficiary: str
    coldkey: str
    hotkey: str
    emissions_share: int
    end_block: int | None
    cost: Tao


def lease(at: BlockContext, lease_id: int) -> Program[Lease | None]:
    """A lease by its number, or None."""
    lease_id = whole(lease_id, "lease_id", 0, _U32_MAX)
    value = yield from storage(at, subtensor.SubnetLeases, lease_id)
    return None if value is None else _lease(lease_id, value)


def leases(at: BlockContext) -> Program[list[Lease]]:
    """All leases, by number."""
    entries = yield from storage_map(at, subtensor.SubnetLeases)
    found = [_lease(number, value) for (number,), value in entries if value is not None]
    return sorted(found, key=lambda one: one.lease_id)


def lease_of_subnet(at: BlockContext, netuid: int) -> Program[Lease | None]:
    """The lease of a subnet, or None if it is not leased."""
    number = yield from storage(at, subtensor.SubnetUidToLeaseId, netuid_of(netuid))
    return None if number is None else (yield from lease(at, number))


def lease_shares(at: BlockContext, lease_id: int) -> Program[dict[str, Fixed]]:
    """The contributors' shares of a lease's dividends, by address; the rest, up to one, is the
    beneficiary's."""
    lease_id = whole(lease_id, "lease_id", 0, _U32_MAX)
    entries = yield from storage_map(at, subtensor.SubnetLeaseShares, lease_id)
    return {ss58.encode(account): Fixed(bits(share), 64) for (_, account), share in entries}


def lease_dividends(at: BlockContext, lease_id: int) -> Program[Alpha | None]:
    """The alpha that a lease has accumulated for its next distribution; None for no lease."""
    found = yield from lease(at, lease_id)
    if found is None:
        return None
    alpha = yield from storage(at, subtensor.AccumulatedLeaseDividends, found.lease_id)
    return Alpha.from_rao(alpha, found.netuid)


def _lease(lease_id: int, value: SubnetLease) -> Lease:
    return Lease(
        lease_id,
        value["netuid"],
        ss58.encode(value["beneficiary"]),
        ss58.encode(value["coldkey"]),
        ss58.encode(value["hotkey"]),
        value["emissions_share"],
        value["end_block"],
        Tao.from_rao(value["cost"]),
    )
