"""The operations that publish a neuron's endpoints, signed by its hotkey."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import Any

from btsdk.calls import subtensor as calls
from btsdk.errors import UsageError
from btsdk.events.subtensor import AxonServed, PrometheusServed
from btsdk.integers import settle
from btsdk.keys import ss58
from btsdk.ops.checks import settle_netuid
from btsdk.reads.neurons import uid
from btsdk.reads.serving import Certificate
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage_many
from btsdk.storage import subtensor
from btsdk.tx.operation import Draft, Encodable, Refusal
from btsdk.tx.outcome import expected

__all__ = ["ResetAxon", "ServeAxon", "ServePrometheus"]

_U8_MAX, _U16_MAX, _U32_MAX = (1 << 8) - 1, (1 << 16) - 1, (1 << 32) - 1
_MOST_KEY_BYTES = 64
_PROTOCOL = 4
_LOCALHOST = {4: 0x7F00_0001, 6: 1}
_ALL_ONES = {4: (1 << 32) - 1, 6: (1 << 128) - 1}


@dataclass(frozen=True)
class ServeAxon:
    """Publish the endpoint of a neuron's axon. `ip` is an IPv4 or IPv6 address as text.

    `certificate` publishes a TLS key with it, as a `Certificate`, or as bytes: one for the
    algorithm, and up to 64 of the public key.
    """

    netuid: int
    ip: str
    port: int
    protocol: int = _PROTOCOL
    version: int = 0
    certificate: Certificate | bytes | None = None

    def __post_init__(self) -> None:
        _settle(self)
        settle(self, "protocol", 0, _U8_MAX)
        if self.certificate is not None:
            _encoded(self.certificate)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`serve_axon`, or `serve_axon_tls` with a certificate."""
        refusals = yield from self._refusals(at, origin)
        effects: tuple[str, ...] = (
            f"{origin} serves its axon of subnet {self.netuid} on {_shown(self.ip, self.port)}",
        )
        if self.certificate is not None:
            effects += ("its TLS certificate is published",)
        expects = (expected(AxonServed, netuid=self.netuid, hotkey=ss58.decode(origin)),)
        warnings = _reach_warnings(self.ip)
        return Draft(self._call(), effects, warnings, expects=expects, refusals=refusals)

    def _refusals(self, at: BlockContext, origin: str) -> Program[tuple[Refusal, ...]]:
        found = yield from _not_registered(at, self.netuid, origin)
        found = found or _ip_refusals(self.ip, zero=True)
        found = found or (yield from _rate_refusals(at, subtensor.Axons, self.netuid, origin))
        return found or _port_refusals(self.port)

    def _call(self) -> Encodable:
        ip = ipaddress.ip_address(self.ip)
        fields: dict[str, Any] = {
            "netuid": self.netuid,
            "version": self.version,
            "ip": int(ip),
            "port": self.port,
            "ip_type": ip.version,
            "protocol": self.protocol,
            "placeholder1": 0,
            "placeholder2": 0,
        }
        if self.certificate is None:
            return calls.ServeAxon(**fields)
        return calls.ServeAxonTls(**fields, certificate=_encoded(self.certificate))


@dataclass(frozen=True)
class ResetAxon:
    """Publish that a neuron serves no axon: an address of zero, as other clients do it."""

    netuid: int

    def __post_init__(self) -> None:
        settle_netuid(self)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`serve_axon` with the address 0.0.0.0 and port 1."""
        served = yield from ServeAxon(self.netuid, "0.0.0.0", 1).draft(at, origin)
        effects = (f"{origin} serves no axon on subnet {self.netuid} any more",)
        return Draft(served.call, effects, expects=served.expects, refusals=served.refusals)


@dataclass(frozen=True)
class ServePrometheus:
    """Publish the endpoint of a neuron's metrics. `ip` is an IPv4 or IPv6 address as text."""

    netuid: int
    ip: str
    port: int
    version: int = 0

    def __post_init__(self) -> None:
        _settle(self)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`serve_prometheus`."""
        ip = ipaddress.ip_address(self.ip)
        call = calls.ServePrometheus(
            netuid=self.netuid,
            version=self.version,
            ip=int(ip),
            port=self.port,
            ip_type=ip.version,
        )
        refusals = _ip_refusals(self.ip, zero=False)
        refusals = refusals or (yield from _not_registered(at, self.netuid, origin))
        item = subtensor.Prometheus
        refusals = refusals or (yield from _rate_refusals(at, item, self.netuid, origin))
        effect = f"{origin} serves its metrics of subnet {self.netuid} on "
        return Draft(
            call,
            (effect + _shown(self.ip, self.port),),
            _reach_warnings(self.ip),
            expects=(expected(PrometheusServed, netuid=self.netuid, hotkey=ss58.decode(origin)),),
            refusals=refusals or _port_refusals(self.port),
        )


def _settle(operation: ServeAxon | ServePrometheus) -> None:
    settle_netuid(operation)
    settle(operation, "port", 0, _U16_MAX)
    settle(operation, "version", 0, _U32_MAX)
    try:
        ip = ipaddress.ip_address(str(operation.ip))
    except ValueError as error:
        raise UsageError(
            f"ip is an IPv4 or IPv6 address, not {operation.ip!r:.100}",
            hint="Host names cannot be published: give the address.",
        ) from error
    if getattr(ip, "scope_id", None) is not None:
        raise UsageError(f"an address with a zone cannot be published: {operation.ip!r:.100}")
    object.__setattr__(operation, "ip", str(ip))


def _encoded(certificate: Certificate | bytes) -> bytes:
    if isinstance(certificate, Certificate):
        certificate = bytes([certificate.algorithm]) + certificate.public_key
    if not isinstance(certificate, bytes) or not 1 <= len(certificate) <= 1 + _MOST_KEY_BYTES:
        raise UsageError(
            f"a certificate is a byte for its algorithm and up to {_MOST_KEY_BYTES} of its key",
            hint="The chain ignores any other one.",
        )
    return certificate


def _not_registered(at: BlockContext, netuid: int, hotkey: str) -> Program[tuple[Refusal, ...]]:
    if (yield from uid(at, netuid, hotkey)) is not None:
        return ()
    reason = f"{hotkey} is not registered on subnet {netuid}"
    return (Refusal("SubtensorModule.HotKeyNotRegisteredInNetwork", reason),)


def _ip_refusals(text: str, *, zero: bool) -> tuple[Refusal, ...]:
    """A refusal of the addresses that the chain takes for no host: localhost and all ones, and
    zero unless that stands for none."""
    ip = ipaddress.ip_address(text)
    number = int(ip)
    if number not in (_LOCALHOST[ip.version], _ALL_ONES[ip.version]) and (zero or number):
        return ()
    reason = f"the chain does not take {text} for the address of a host"
    return (Refusal("SubtensorModule.InvalidIpAddress", reason),)


def _rate_refusals(
    at: BlockContext, item: Any, netuid: int, hotkey: str
) -> Program[tuple[Refusal, ...]]:
    limit, info = yield from storage_many(
        at, [(subtensor.ServingRateLimit, (netuid,)), (item, (netuid, hotkey))]
    )
    last = 0 if info is None else info["block"]
    if not last or at.number + 1 >= last + limit:
        return ()
    reason = (
        f"an endpoint was served in block {last:,}, and the rate limit is {limit:,} blocks: the "
        f"next one can be served in block {last + limit:,}"
    )
    return (Refusal("SubtensorModule.ServingRateLimitExceeded", reason),)


def _port_refusals(port: int) -> tuple[Refusal, ...]:
    return () if port else (Refusal("SubtensorModule.InvalidPort", "the port is not 0"),)


def _reach_warnings(text: str) -> tuple[str, ...]:
    ip = ipaddress.ip_address(text)
    if not int(ip) or ip.is_global:
        return ()
    return (f"{text} is not a public address: others cannot reach it",)


def _shown(ip: str, port: int) -> str:
    return f"[{ip}]:{port}" if ":" in ip else f"{ip}:{port}"
