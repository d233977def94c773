"""Neurons of subnets.

Scores (`incentive`, `dividends`, …) are the chain's integers from 0 to 65,535.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from btsdk.apis import neuron_info
from btsdk.integers import NETUID_MAX, netuid_of, whole
from btsdk.keys import ss58
from btsdk.reads.serving import Axon, axon_of
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import call_api, storage
from btsdk.storage import subtensor
from btsdk.units import Alpha

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

SCORE_MAX = 65_535


@dataclass(frozen=True)
class Neuron:
    """One neuron. `stake` is all alpha on its hotkey, `emission` its emission in the last epoch."""

    netuid: int
    uid: int
    hotkey: str
    coldkey: str
    active: bool
    validator_permit: bool
    stake: Alpha
    emission: Alpha
    rank: int
    trust: int
    consensus: int
    incentive: int
    dividends: int
    last_update: int
    axon: Axon | None


def neurons(at: BlockContext, netuid: int) -> Program[list[Neuron]]:
    """All neurons of a subnet by uid, without weights and bonds."""
    netuid = netuid_of(netuid)
    found = yield from call_api(at, neuron_info.get_neurons_lite, netuid)
    return [neuron_of(info) for info in found]


def neuron(at: BlockContext, netuid: int, uid: int) -> Program[Neuron | None]:
    """One neuron, or None."""
    netuid = netuid_of(netuid)
    uid = whole(uid, "uid", 0, NETUID_MAX)
    info = yield from call_api(at, neuron_info.get_neuron_lite, netuid, uid)
    return None if info is None else neuron_of(info)


def uid(at: BlockContext, netuid: int, hotkey: str) -> Program[int | None]:
    """The uid of a hotkey on a subnet, or None where it is not registered."""
    netuid = netuid_of(netuid)
    return (yield from storage(at, subtensor.Uids, netuid, ss58.decode(hotkey)))


def owner(at: BlockContext, hotkey: str) -> Program[str | None]:
    """The coldkey that owns a hotkey, or None where the chain has never seen the hotkey."""
    account = yield from storage(at, subtensor.Owner, ss58.decode(hotkey))
    return ss58.encode(account) if any(account) else None


def neuron_of(info: v.NeuronInfoLite) -> Neuron:
    """The neuron of the chain's record."""
    netuid = info["netuid"]
    return Neuron(
        netuid=netuid,
        uid=info["uid"],
        hotkey=ss58.encode(info["hotkey"]),
        coldkey=ss58.encode(info["coldkey"]),
        active=info["active"],
        validator_permit=info["validator_permit"],
        stake=Alpha.from_rao(sum(amount for _, amount in info["stake"]), netuid),
        emission=Alpha.from_rao(info["emission"], netuid),
        rank=info["rank"],
        trust=info["trust"],
        consensus=info["consensus"],
        incentive=info["incentive"],
        dividends=info["dividends"],
        last_update=info["last_update"],
        axon=axon_of(info["axon_info"]),
    )
