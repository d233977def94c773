"""What neurons publish: endpoints, TLS certificates, EVM keys, and the reset of their bonds."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from btsdk.integers import NETUID_MAX, netuid_of, whole
from btsdk.keys import ss58
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage, storage_map
from btsdk.storage import commitments, subtensor

if TYPE_CHECKING:
    from btsdk.descriptors.inputs import Account

IPV4, IPV6 = 4, 6


@dataclass(frozen=True)
class Axon:
    """The published network address of a neuron. `block` is that of its publication."""

    ip: str
    port: int
    protocol: int
    version: int
    block: int

    @property
    def is_serving(self) -> bool:
        """Whether the address is that of a host; zero means that the neuron serves no axon."""
        return self.ip not in ("0.0.0.0", "::")  # nothing is bound


@dataclass(frozen=True)
class Prometheus:
    """The published address of a neuron's metrics. `block` is that of its publication."""

    ip: str
    port: int
    version: int
    block: int


@dataclass(frozen=True)
class Certificate:
    """The public key of a neuron's TLS certificate, and the number of its algorithm."""

    algorithm: int
    public_key: bytes


@dataclass(frozen=True)
class EvmKey:
    """The EVM address that a neuron has proved to control, as 0x text, and the block of the
    proof."""

    address: str
    block: int


def axon(at: BlockContext, netuid: int, hotkey: Account) -> Program[Axon | None]:
    """The axon of a hotkey on a subnet; None where it serves none."""
    info = yield from storage(at, subtensor.Axons, netuid_of(netuid), hotkey)
    return None if info is None else axon_of(info)


def prometheus(at: BlockContext, netuid: int, hotkey: Account) -> Program[Prometheus | None]:
    """The Prometheus endpoint of a hotkey on a subnet; None where it serves none."""
    info = yield from storage(at, subtensor.Prometheus, netuid_of(netuid), hotkey)
    if info is None or not info["ip"]:
        return None
    return Prometheus(_ip(info), info["port"], info["version"], info["block"])


def certificate(at: BlockContext, netuid: int, hotkey: Account) -> Program[Certificate | None]:
    """The TLS certificate of a hotkey on a subnet, or None."""
    value = yield from storage(at, subtensor.NeuronCertificates, netuid_of(netuid), hotkey)
    return None if value is None else _certificate(value)


def certificates(at: BlockContext, netuid: int) -> Program[dict[str, Certificate]]:
    """The TLS certificates of a subnet, by hotkey."""
    entries = yield from storage_map(at, subtensor.NeuronCertificates, netuid_of(netuid))
    return {
        ss58.encode(hotkey): _certificate(value)
        for (_, hotkey), value in entries
        if value is not None
    }


def evm_key(at: BlockContext, netuid: int, uid: int) -> Program[EvmKey | None]:
    """The EVM key of a neuron, or None."""
    netuid, uid = netuid_of(netuid), whole(uid, "uid", 0, NETUID_MAX)
    value = yield from storage(at, subtensor.AssociatedEvmAddress, netuid, uid)
    if value is None:
        return None
    address, block = value
    return EvmKey("0x" + bytes(address).hex(), block)


def last_bonds_reset(at: BlockContext, netuid: int, hotkey: Account) -> Program[int | None]:
    """The block at which a hotkey last reset its bonds on a subnet, or None."""
    return (yield from storage(at, commitments.LastBondsReset, netuid_of(netuid), hotkey))


def axon_of(info: Mapping[str, Any]) -> Axon | None:
    """An axon from the chain; None for one of zeros, which a neuron has before it serves one."""
    if not info["port"] and not info["ip"]:
        return None
    return Axon(_ip(info), info["port"], info["protocol"], info["version"], info["block"])


def _ip(info: Mapping[str, Any]) -> str:
    """The address as text. The chain does not check that an IPv4 address has 32 bits."""
    number = info["ip"]
    if info["ip_type"] == IPV4 and number >> 32 == 0:
        return str(ipaddress.IPv4Address(number))
    return str(ipaddress.IPv6Address(number))


def _certificate(value: Mapping[str, Any]) -> Certificate:
    return Certificate(value["algorithm"], bytes(value["public_key"]))
