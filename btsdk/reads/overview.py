"""The neurons of a coldkey on all subnets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from btsdk.apis import neuron_info
from btsdk.integers import netuid_of
from btsdk.reads.accounts import address_of, addresses_of
from btsdk.reads.hotkeys import netuids_for_hotkey, owned_hotkeys
from btsdk.reads.neurons import Neuron, neuron_of
from btsdk.rpc.effects import Program
from btsdk.rpc.parallel import gather
from btsdk.state.block_context import BlockContext
from btsdk.state.query import call_api, storage_many
from btsdk.storage import subtensor

if TYPE_CHECKING:
    from btsdk.descriptors import StorageItem
    from btsdk.descriptors import values as v
    from btsdk.descriptors.inputs import Account


@dataclass(frozen=True)
class NeuronOverview:
    """One neuron of a coldkey. `validator_trust` is of 65,535,
    `blocks_since_update` counts from its last weights or its registration, `immune_for` the blocks
    in which it is still immune to deregistration."""

    neuron: Neuron
    validator_trust: int
    blocks_since_update: int
    registered_at: int
    immune_for: int


def overview(
    at: BlockContext,
    coldkey: Account,
    *,
    hotkeys: Iterable[Account] | None = None,
    netuids: Iterable[int] | None = None,
) -> Program[list[NeuronOverview]]:
    """The neurons of all hotkeys that a coldkey owns, or of these, by netuid and uid.

    Takes a few round trips, however many they are.
    """
    if hotkeys is None:
        names = yield from owned_hotkeys(at, address_of(coldkey))
    else:
        names = addresses_of(hotkeys, "hotkeys")
    only = None if netuids is None else {netuid_of(netuid) for netuid in netuids}
    members = yield from gather([netuids_for_hotkey(at, name) for name in names])
    places = [
        (netuid, name)
        for name, found in zip(names, members, strict=True)
        for netuid in found
        if only is None or netuid in only
    ]
    uids = yield from storage_many(at, [(subtensor.Uids, place) for place in places])
    seats = sorted(
        (netuid, uid) for (netuid, _), uid in zip(places, uids, strict=True) if uid is not None
    )
    return (yield from _rows(at, seats))


def _rows(at: BlockContext, seats: list[tuple[int, int]]) -> Program[list[NeuronOverview]]:
    infos = yield from gather([call_api(at, neuron_info.get_neuron_lite, *seat) for seat in seats])
    items: list[tuple[StorageItem[..., Any, Any], tuple[int, ...]]]
    items = [(subtensor.BlockAtRegistration, seat) for seat in seats]
    items += [(subtensor.ImmunityPeriod, (netuid,)) for netuid, _ in seats]
    values = yield from storage_many(at, items)
    count = len(seats)
    rows = zip(infos, values[:count], values[count:], strict=True)
    return [_row(at, info, since, period) for info, since, period in rows if info is not None]


def _row(at: BlockContext, info: v.NeuronInfoLite, since: int, period: int) -> NeuronOverview:
    return NeuronOverview(
        neuron_of(info),
        info["validator_trust"],
        max(at.number - info["last_update"], 0),
        since,
        max(since + period - at.number, 0),
    )
