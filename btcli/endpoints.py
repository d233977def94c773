"""Endpoints of networks: whether they answer, and how long that takes."""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypedDict

from btcli.render.blocks import Table
from btsdk.errors import BtError
from btsdk.networks import resolve
from btsdk.rpc.reconnect import ONCE

if TYPE_CHECKING:
    from btsdk.client import Client

TIMEOUT_S = 10.0
_ROUND_TRIPS = 3


class EndpointDocument(TypedDict):
    """An endpoint of a network, as it answered now."""

    network: str
    endpoint: str
    connect_ms: Annotated[float | None, "null if it does not answer"]
    latency_ms: Annotated[float | None, "the fastest of three requests; null likewise"]
    block: int | None
    genesis_hash: str | None
    error: str | None


@dataclass(frozen=True)
class Place:
    """An endpoint to measure, and the network that it is for."""

    network: str
    endpoint: str


def places(networks: Sequence[str]) -> list[Place]:
    """The endpoints of networks, each once; the local chain's file is one of its own."""
    found = []
    for name in networks:
        network = resolve(name)
        found += [Place(name, endpoint) for endpoint in network.endpoints or (name,)]
    return list({place.endpoint: place for place in reversed(found)}.values())[::-1]


def measure(wanted: Sequence[Place], chain_file: Path | None = None) -> list[EndpointDocument]:
    """Connect to all of them at once; one that does not answer has an `error`. `chain_file` is that
    of the local chain."""
    with ThreadPoolExecutor(max(len(wanted), 1)) as pool:
        return list(pool.map(lambda place: _measured(place, chain_file), wanted))


def _measured(place: Place, chain_file: Path | None) -> EndpointDocument:
    from btsdk.client import Client  # noqa: PLC0415  # start-up: only to reach a chain

    document: EndpointDocument = {
        "network": place.network,
        "endpoint": place.endpoint,
        "connect_ms": None,
        "latency_ms": None,
        "block": None,
        "genesis_hash": None,
        "error": None,
    }
    try:
        with Client(
            place.endpoint,
            chain_file=chain_file,
            cache=False,
            timeout=TIMEOUT_S,
            connect_timeout=TIMEOUT_S,
            policy=ONCE,
        ) as client:
            began = time.perf_counter()
            document["genesis_hash"] = client.genesis_hash()
            document["connect_ms"] = _ms(began)
            document["latency_ms"] = min(_round_trip(client) for _ in range(_ROUND_TRIPS))
            document["block"] = int(client.call("chain_getHeader")["number"], 16)
    except (BtError, OSError) as error:
        document["error"] = str(getattr(error, "reason", None) or error)
    return document


def _round_trip(client: Client) -> float:
    began = time.perf_counter()
    client.call("system_chain")
    return _ms(began)


def _ms(began: float) -> float:
    return round((time.perf_counter() - began) * 1000, 1)


def endpoints_table(found: Sequence[EndpointDocument]) -> Table:
    """A row for each endpoint; the fastest first."""
    ranked = sorted(found, key=lambda one: (one["latency_ms"] is None, one["latency_ms"] or 0.0))
    rows = [
        (
            one["network"],
            one["endpoint"],
            _number(one["connect_ms"]),
            _number(one["latency_ms"]),
            "" if one["block"] is None else str(one["block"]),
            one["error"] or "",
        )
        for one in ranked
    ]
    columns = ("network", "endpoint", "connect ms", "latency ms", "block", "error")
    if not any(one["error"] for one in found):
        return Table(columns[:-1], [row[:-1] for row in rows], right=frozenset(columns[2:5]))
    return Table(columns, rows, right=frozenset(columns[2:5]), spare=("connect ms", "network"))


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"
