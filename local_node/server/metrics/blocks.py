"""Counts per block: how many blocks, how long each took, how many extrinsics they held."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Final

from local_node.chain.block import Block
from local_node.chain.events import Event, Imported
from local_node.server.metrics.exposition import Histogram, MetricFamily, Sample

RATE_S: Final = 10.0
"""The period over which the transactions per second are averaged."""

_SIGNED: Final = 0x80
_PREFIX_BYTES: Final = (1, 2, 4, 5)
"""The size of an extrinsic's length prefix, by the two lowest bits of its first byte."""


class BlockMetrics:
    """Counts from the moment that it listens. `clock` gives monotonic seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._since = self._last = clock()
        self._recent: deque[tuple[float, int]] = deque()
        self._took = Histogram()
        self._blocks = self._executed = self._failed = self._latest = 0

    def hear(self, event: Event) -> None:
        """A listener of the chain."""
        if not isinstance(event, Imported):
            return
        signed = signed_count(event.block)
        with self._lock:
            self._last = self._clock()
            self._blocks += 1
            self._latest = len(event.block.extrinsics)
            self._executed += self._latest
            if event.work is not None:
                self._failed += event.work.failed or 0
                self._took.observe(event.work.seconds)
            self._recent.append((self._last, signed))
            self._forget()

    @property
    def age_s(self) -> float:
        """Seconds since the last block, or since the beginning."""
        return self._clock() - self._last

    @property
    def rate(self) -> float:
        """Signed transactions in blocks per second, over the last `RATE_S`."""
        with self._lock:
            self._forget()
            span = min(RATE_S, max(self._clock() - self._since, 1.0))
            return sum(count for _, count in self._recent) / span

    def families(self) -> list[MetricFamily]:
        with self._lock:
            return [
                _counter("btsdk_blocks", "Blocks made or imported by this node.", self._blocks),
                _counter("btsdk_extrinsics", "Extrinsics in these blocks.", self._executed),
                _counter(
                    "btsdk_extrinsics_failed",
                    "Extrinsics in blocks made by this node whose dispatch failed.",
                    self._failed,
                ),
                MetricFamily(
                    "substrate_proposer_number_of_transactions",
                    "gauge",
                    "Number of transactions included in block",
                    [Sample(self._latest)],
                ),
                MetricFamily(
                    "substrate_proposer_block_constructed",
                    "histogram",
                    "Histogram of time taken to construct new block",
                    self._took.samples(),
                ),
            ]

    def _forget(self) -> None:
        limit = self._clock() - RATE_S
        while self._recent and self._recent[0][0] < limit:
            self._recent.popleft()


def signed_count(block: Block) -> int:
    """The number of signed extrinsics in a block: the others are inherents and pulses."""
    return sum(
        bool(extrinsic[_PREFIX_BYTES[extrinsic[0] & 3]] & _SIGNED) for extrinsic in block.extrinsics
    )


def _counter(name: str, help: str, value: int) -> MetricFamily:
    return MetricFamily(f"{name}_total", "counter", help, [Sample(value)])
