"""One suite, four ways to a chain: both clients, each in this process and over a WebSocket."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from btsdk import AsyncClient, Client
from local_node.process.node import Node, NodeConfig


class Way:
    """A client of either kind, used alike: `way.do(way.client.head())`."""

    def __init__(self, kind: str, **arguments: Any) -> None:
        self.kind = kind
        self._loop = asyncio.new_event_loop() if kind == "async" else None
        self.client: Any = (AsyncClient if self._loop else Client)(**arguments)

    def do(self, result: Any) -> Any:
        """The value of a method's result: awaited where it is a coroutine."""
        if self._loop is not None and asyncio.iscoroutine(result):
            return self._loop.run_until_complete(result)
        return result

    def take(self, items: Any, count: int | None = None) -> list[Any]:
        """The first items of an iterator (all of them by default), which is closed then."""
        if self._loop is not None:
            return self._loop.run_until_complete(_take(items, count))
        taken: list[Any] = []
        for item in items:
            taken.append(item)
            if len(taken) == count:
                items.close()
                break
        return taken

    def close(self) -> None:
        self.do(self.client.close())
        if self._loop is not None:
            self._loop.run_until_complete(self._loop.shutdown_default_executor())
            self._loop.close()


async def _take(items: Any, count: int | None) -> list[Any]:
    taken: list[Any] = []
    async for item in items:
        taken.append(item)
        if len(taken) == count:
            await items.aclose()
            break
    return taken


@pytest.fixture(
    scope="module", params=["blocking in process", "async in process", "blocking ws", "async ws"]
)
def way(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Way]:
    """A client on a fresh `dev` chain of its own."""
    folder: Path = tmp_path_factory.mktemp("chain")
    kind, _, road = request.param.partition(" ")
    node = None
    if road == "ws":
        config = NodeConfig(chain="dev", chain_file=folder / "chain.db", port=0)
        node = Node.start(config)
        way = Way(kind, network=node.endpoint, cache=folder / "cache")
    else:
        way = Way(kind, chain_file=folder / "chain.db", cache=folder / "cache")
    try:
        yield way
    finally:
        way.close()
        if node is not None:
            node.stop()
