"""The endpoints of neurons: checks of addresses, and the stored values.

The same checks run before the pool admits a call and when it is executed.
"""

from __future__ import annotations

from typing import Any

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context, ensure
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import is_registered

_IPV4_LOCALHOST = 0x7F00_0001
_IPV6_LOCALHOST = 1
_IPV4_BROADCAST = 0xFFFF_FFFF
_IPV6_ALL_ONES = (1 << 128) - 1

NO_AXON = {
    "block": 0,
    "version": 0,
    "ip": 0,
    "port": 0,
    "ip_type": 0,
    "protocol": 0,
    "placeholder1": 0,
    "placeholder2": 0,
}
NO_PROMETHEUS = {"block": 0, "version": 0, "ip": 0, "port": 0, "ip_type": 0}


def axon_info(ctx: Context, netuid: int, hotkey: bytes) -> dict[str, Any]:
    """The axon of the hotkey, or one of zeros."""
    return ctx.get(storage.Axons, (netuid, hotkey)) or dict(NO_AXON)


def prometheus_info(ctx: Context, netuid: int, hotkey: bytes) -> dict[str, Any]:
    return ctx.get(storage.Prometheus, (netuid, hotkey)) or dict(NO_PROMETHEUS)


def is_valid_ip_address(ip_type: int, ip: int, *, allow_zero: bool) -> bool:
    """Whether it is neither loopback nor broadcast; zero ("not reachable") is valid if allowed."""
    if ip == 0:
        return allow_zero
    if ip_type == 4:
        return ip < _IPV4_BROADCAST and ip != _IPV4_LOCALHOST
    return ip not in (_IPV6_ALL_ONES, _IPV6_LOCALHOST)


def check_axon(ctx: Context, hotkey: bytes, netuid: int, ip: int, port: int, ip_type: int) -> None:
    ensure(is_registered(ctx, netuid, hotkey), errors.HotKeyNotRegisteredInNetwork)
    ensure(ip_type in (4, 6), errors.InvalidIpType)
    ensure(is_valid_ip_address(ip_type, ip, allow_zero=True), errors.InvalidIpAddress)
    last = axon_info(ctx, netuid, hotkey)["block"]
    ensure(_passes_rate_limit(ctx, netuid, last), errors.ServingRateLimitExceeded)
    ensure(port != 0, errors.InvalidPort)


def check_prometheus(
    ctx: Context, hotkey: bytes, netuid: int, ip: int, port: int, ip_type: int
) -> None:
    """The checks of an axon in another order; an address of zero is not valid here."""
    ensure(ip_type in (4, 6), errors.InvalidIpType)
    ensure(is_valid_ip_address(ip_type, ip, allow_zero=False), errors.InvalidIpAddress)
    ensure(is_registered(ctx, netuid, hotkey), errors.HotKeyNotRegisteredInNetwork)
    last = prometheus_info(ctx, netuid, hotkey)["block"]
    ensure(_passes_rate_limit(ctx, netuid, last), errors.ServingRateLimitExceeded)
    ensure(port != 0, errors.InvalidPort)


def _passes_rate_limit(ctx: Context, netuid: int, last: int) -> bool:
    limit = ctx.get(storage.ServingRateLimit, netuid)
    return bool(limit == 0 or last == 0 or max(ctx.block_number - last, 0) >= limit)
