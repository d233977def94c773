"""Neurons and metagraphs of subnets.

Scores (`incentive`, `dividends`, …) are the chain's integers from 0 to 65,535.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from btsdk.apis import neuron_info, subnet_info
from btsdk.integers import NETUID_MAX, netuid_of, whole
from btsdk.keys import ss58
from btsdk.reads.subnets import text
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import call_api, storage
from btsdk.storage import subtensor
from btsdk.units import Alpha, Tao

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

T = TypeVar("T")

SCORE_MAX = 65_535


@dataclass(frozen=True)
class Axon:
    """The published network address of a neuron."""

    ip: str
    port: int
    protocol: int
    version: int
    block: int


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


@dataclass(frozen=True)
class MetagraphNeuron:
    """A neuron's row in a metagraph, with the stakes that count for consensus."""

    uid: int
    hotkey: str
    coldkey: str
    active: bool
    validator_permit: bool
    alpha_stake: Alpha
    tao_stake: Tao
    total_stake: Tao
    emission: Alpha
    rank: int
    trust: int
    consensus: int
    incentive: int
    dividends: int
    last_update: int
    registered_at: int
    axon: Axon | None


@dataclass(frozen=True)
class Metagraph:
    """A subnet with all its neurons, at one block."""

    netuid: int
    name: str
    symbol: str
    block: int
    tempo: int
    owner_hotkey: str
    owner_coldkey: str
    max_uids: int
    burn: Tao
    difficulty: int
    tao_in: Tao
    alpha_in: Alpha
    alpha_out: Alpha
    neurons: tuple[MetagraphNeuron, ...]


def neurons(at: BlockContext, netuid: int) -> Program[list[Neuron]]:
    """All neurons of a subnet by uid, without weights and bonds."""
    netuid = netuid_of(netuid)
    found = yield from call_api(at, neuron_info.get_neurons_lite, netuid)
    return [_neuron(info) for info in found]


def neuron(at: BlockContext, netuid: int, uid: int) -> Program[Neuron | None]:
    """One neuron, or None."""
    netuid = netuid_of(netuid)
    uid = whole(uid, "uid", 0, NETUID_MAX)
    info = yield from call_api(at, neuron_info.get_neuron_lite, netuid, uid)
    return None if info is None else _neuron(info)


def metagraph(at: BlockContext, netuid: int, mechanism: int = 0) -> Program[Metagraph | None]:
    """The metagraph of a subnet, or None where there is no such subnet or mechanism.

    Scores and emission are those of one mechanism; most subnets have only mechanism 0.
    """
    netuid = netuid_of(netuid)
    mechanism = whole(mechanism, "mechanism", 0, 255)
    if mechanism:
        info = yield from call_api(at, subnet_info.get_mechagraph, netuid, mechanism)
    else:
        info = yield from call_api(at, subnet_info.get_metagraph, netuid)
    return None if info is None else _metagraph(info, netuid)


def uid(at: BlockContext, netuid: int, hotkey: str) -> Program[int | None]:
    """The uid of a hotkey on a subnet, or None where it is not registered."""
    netuid = netuid_of(netuid)
    return (yield from storage(at, subtensor.Uids, netuid, ss58.decode(hotkey)))


def owner(at: BlockContext, hotkey: str) -> Program[str | None]:
    """The coldkey that owns a hotkey, or None where the chain has never seen the hotkey."""
    account = yield from storage(at, subtensor.Owner, ss58.decode(hotkey))
    return ss58.encode(account) if any(account) else None


def _neuron(info: v.NeuronInfoLite) -> Neuron:
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
        axon=_axon(info["axon_info"]),
    )


def _metagraph(info: v.Metagraph, netuid: int) -> Metagraph:
    return Metagraph(
        netuid=netuid,
        name=text(info["name"]),
        symbol=text(info["symbol"]),
        block=info["block"],
        tempo=info["tempo"],
        owner_hotkey=ss58.encode(info["owner_hotkey"]),
        owner_coldkey=ss58.encode(info["owner_coldkey"]),
        max_uids=info["max_uids"],
        burn=Tao.from_rao(info["burn"]),
        difficulty=info["difficulty"],
        tao_in=Tao.from_rao(info["tao_in"]),
        alpha_in=Alpha.from_rao(info["alpha_in"], netuid),
        alpha_out=Alpha.from_rao(info["alpha_out"], netuid),
        neurons=tuple(_row(info, netuid, uid) for uid in range(info["num_uids"])),
    )


def _row(info: v.Metagraph, netuid: int, uid: int) -> MetagraphNeuron:
    return MetagraphNeuron(
        uid=uid,
        hotkey=ss58.encode(info["hotkeys"][uid]),
        coldkey=ss58.encode(info["coldkeys"][uid]),
        active=_nth(info["active"], uid, False),
        validator_permit=_nth(info["validator_permit"], uid, False),
        alpha_stake=Alpha.from_rao(_nth(info["alpha_stake"], uid, 0), netuid),
        tao_stake=Tao.from_rao(_nth(info["tao_stake"], uid, 0)),
        total_stake=Tao.from_rao(_nth(info["total_stake"], uid, 0)),
        emission=Alpha.from_rao(_nth(info["emission"], uid, 0), netuid),
        rank=_nth(info["rank"], uid, 0),
        trust=_nth(info["trust"], uid, 0),
        consensus=_nth(info["consensus"], uid, 0),
        incentive=_nth(info["incentives"], uid, 0),
        dividends=_nth(info["dividends"], uid, 0),
        last_update=_nth(info["last_update"], uid, 0),
        registered_at=_nth(info["block_at_registration"], uid, 0),
        axon=_axon(info["axons"][uid]),
    )


def _nth(column: Sequence[T], uid: int, missing: T) -> T:
    """A column's value; zero if no epoch has filled the column up to it yet."""
    return column[uid] if uid < len(column) else missing


def _axon(info: v.AxonInfo) -> Axon | None:
    """The axon; None for the zeros that the chain stores if none was served."""
    if not info["port"] and not info["ip"]:
        return None
    number = info["ip"]
    if info["ip_type"] == 4 and number < 1 << 32:
        address = str(ipaddress.IPv4Address(number))
    else:
        address = str(ipaddress.IPv6Address(number))
    return Axon(address, info["port"], info["protocol"], info["version"], info["block"])
