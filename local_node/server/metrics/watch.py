"""All metrics of one served chain, and the two pages that show them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final, NamedTuple

from local_node.rpc.dispatch import Dispatcher
from local_node.server.metrics import process
from local_node.server.metrics.blocks import BlockMetrics
from local_node.server.metrics.exposition import CONTENT_TYPE, MetricFamily, Sample, render
from local_node.server.metrics.health import examine
from local_node.server.metrics.traffic import Traffic
from local_node.state.companions import companions

_JSON: Final = "application/json; charset=utf-8"


class Page(NamedTuple):
    """An HTTP answer."""

    status: int
    content_type: str
    body: bytes


class Watch:
    """Collects the metrics of a chain and its clients, from now until `stop`."""

    def __init__(self, dispatcher: Dispatcher) -> None:
        self._chain = dispatcher.rpc.chain
        self._name = dispatcher.rpc.identity.name
        self.blocks = BlockMetrics()
        self.traffic = Traffic()
        self._cancel = self._chain.listen(self.blocks.hear)
        dispatcher.observe = self.traffic.answered
        self._pages = {"/metrics": self._metrics, "/health": self._health}

    def stop(self) -> None:
        """Stop listening to the chain."""
        self._cancel()

    def has_page(self, path: str) -> bool:
        return path in self._pages

    def page(self, path: str) -> Page:
        """The answer for one of the paths; it takes a moment, so not on an event loop."""
        return self._pages[path]()

    def _metrics(self) -> Page:
        text = render(self._families(), {"chain": self._chain.spec.id})
        return Page(200, CONTENT_TYPE, text.encode())

    def _health(self) -> Page:
        health = examine(self._chain, self.blocks)
        status = 503 if health.problems else 200
        return Page(status, _JSON, json.dumps(health.document).encode())

    def _families(self) -> Iterator[MetricFamily]:
        chain = self._chain
        waiting, failing = len(chain.pool.future()), int(chain.trouble is not None)
        best, finalized = chain.best.number, chain.finalized.number
        heights = [Sample(best, {"status": "best"}), Sample(finalized, {"status": "finalized"})]
        yield MetricFamily(
            "substrate_build_info",
            "gauge",
            "A metric with a constant '1' value labeled by name and genesis",
            [Sample(1, {"name": self._name, "genesis": "0x" + chain.genesis_hash.hex()})],
        )
        yield MetricFamily(
            "substrate_block_height", "gauge", "Block height info of the chain", heights
        )
        yield MetricFamily(
            "substrate_ready_transactions_number",
            "gauge",
            "Number of transactions in the ready queue",
            [Sample(max(0, len(chain.pool) - waiting))],
        )
        yield _gauge("btsdk_future_transactions", "Transactions in the future queue.", waiting)
        yield _gauge(
            "btsdk_last_block_age_seconds", "Seconds since the last block.", self.blocks.age_s
        )
        yield MetricFamily(
            "btsdk_blocks_failed_total",
            "counter",
            "Attempts to make a block that failed.",
            [Sample(chain.failed_blocks)],
        )
        yield _gauge("btsdk_author_failing", "1 while no block can be made.", failing)
        yield _gauge("btsdk_store_bytes", "Size of the chain file, with its log.", self._size())
        yield from self.blocks.families()
        yield from self.traffic.families()
        yield from process.families()

    def _size(self) -> int:
        path = self._chain.store.path
        files = () if path is None else (path, *companions(path))
        return sum(file.stat().st_size for file in files if file.exists())


def _gauge(name: str, help: str, value: float) -> MetricFamily:
    return MetricFamily(name, "gauge", help, [Sample(value)])
