"""Connections to a server, and the requests that it answered."""

from __future__ import annotations

import logging
import threading
from collections import Counter
from functools import cache
from typing import Final, NamedTuple

from local_node.rpc.peer import Peer
from local_node.server.metrics.exposition import MetricFamily, Sample

_LOG: Final = logging.getLogger("local_node.requests")


class _RequestLabels(NamedTuple):
    protocol: str
    method: str
    is_error: str


@cache
def _kind(protocol: str, method: str, is_error: bool) -> _RequestLabels:
    """Cached, since it is needed for every request; there are few combinations."""
    return _RequestLabels(protocol, method, str(is_error).lower())


class Traffic:
    """Counts connections and requests; safe from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._peers: set[Peer] = set()
        self._opened = 0
        self._requests: Counter[_RequestLabels] = Counter()
        self._seconds: Counter[str] = Counter()

    def opened(self, peer: Peer) -> None:
        """Record a new connection."""
        with self._lock:
            self._opened += 1
            self._peers.add(peer)

    def closed(self, peer: Peer) -> None:
        """Record the end of a connection."""
        with self._lock:
            self._peers.discard(peer)

    def answered(self, peer: Peer, method: str, is_error: bool, seconds: float) -> None:
        """Record an answered request; `method` is one that is served, or `unknown`."""
        kind = _kind("ws" if peer.can_subscribe else "http", method, is_error)
        with self._lock:
            self._requests[kind] += 1
            self._seconds[method] += seconds  # type: ignore[assignment]  # typeshed: int alone
        if _LOG.isEnabledFor(logging.DEBUG):
            facts = {**kind._asdict(), "seconds": round(seconds, 6)}
            _LOG.debug(
                "%s %s", method, "failed" if is_error else "answered", extra={"facts": facts}
            )

    @property
    def connections(self) -> int:
        """The number of open WebSockets."""
        return len(self._peers)

    @property
    def subscriptions(self) -> int:
        """The number of open subscriptions."""
        with self._lock:
            return sum(peer.subscriptions for peer in self._peers)

    def families(self) -> list[MetricFamily]:
        subscriptions = self.subscriptions
        with self._lock:
            now, opened = len(self._peers), self._opened
            requests = [Sample(n, kind._asdict()) for kind, n in sorted(self._requests.items())]
            seconds = [Sample(n, {"method": name}) for name, n in sorted(self._seconds.items())]
        return [
            MetricFamily(
                "substrate_rpc_calls_finished",
                "counter",
                "Number of processed RPC calls (unique un-batched requests)",
                requests,
            ),
            MetricFamily(
                "btsdk_rpc_calls_seconds_total",
                "counter",
                "Seconds spent on answering RPC calls.",
                seconds,
            ),
            MetricFamily(
                "substrate_rpc_sessions_opened",
                "counter",
                "Number of persistent RPC sessions opened",
                [Sample(opened)],
            ),
            MetricFamily(
                "substrate_rpc_sessions_closed",
                "counter",
                "Number of persistent RPC sessions closed",
                [Sample(opened - now)],
            ),
            MetricFamily("btsdk_rpc_connections", "gauge", "Open WebSockets.", [Sample(now)]),
            MetricFamily(
                "btsdk_rpc_subscriptions", "gauge", "Open subscriptions.", [Sample(subscriptions)]
            ),
        ]
