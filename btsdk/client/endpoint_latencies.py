"""The latency of several endpoints, one after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from btsdk.client.blocking import Client
from btsdk.errors import BtError, UsageError
from btsdk.networks import NETWORKS
from btsdk.reads.latency import Latency


@dataclass(frozen=True)
class EndpointLatency:
    """The latency of an endpoint, or the error of one that cannot be reached."""

    endpoint: str
    latency: Latency | None
    error: BtError | None = None


def endpoint_latencies(
    endpoints: Sequence[str] | None = None, *, requests: int = 5, connect_timeout: float = 10.0
) -> list[EndpointLatency]:
    """The latency of each endpoint, by default of all that are known of named networks; the fastest
    first, those that cannot be reached last."""
    if isinstance(endpoints, str):
        raise UsageError("endpoints are a list of texts, not one text")
    if endpoints is None:
        known = (endpoint for network in NETWORKS.values() for endpoint in network.endpoints)
        endpoints = list(dict.fromkeys(known))
    found = [_measured(endpoint, requests, connect_timeout) for endpoint in endpoints]
    return sorted(found, key=lambda one: one.latency.median if one.latency else float("inf"))


def _measured(endpoint: str, requests: int, connect_timeout: float) -> EndpointLatency:
    with Client(endpoint, connect_timeout=connect_timeout, cache=False) as client:
        try:
            return EndpointLatency(endpoint, client.latency(requests))
        except UsageError:
            raise
        except BtError as error:
            return EndpointLatency(endpoint, None, error)
