"""A WebSocket proxy that mistreats what passes through it, by a seeded choice for each message."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from random import Random
from typing import Any

from websockets.asyncio.client import connect
from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed


@dataclass(frozen=True)
class Chances:
    """The probability of each fault, for one message; `cut_after` delivers it first."""

    delay: float = 0.05
    reorder: float = 0.03
    cut: float = 0.002
    cut_after: float = 0.002
    half_close: float = 0.001
    freeze: float = 0.001


class ChaosProxy:
    """Runs in a thread of its own; `faults` counts what it did. `calm` passes all as it is."""

    def __init__(self, target: str, seed: int, chances: Chances) -> None:
        self.faults: Counter[str] = Counter()
        self.calm = False
        self._target = target
        self._ways: set[asyncio.Task[None]] = set()
        self._random = Random(seed)
        self._chances = chances
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._server: Server = self._do(self._start())

    @property
    def endpoint(self) -> str:
        (bound,) = self._server.sockets
        return f"ws://127.0.0.1:{bound.getsockname()[1]}"

    def close(self) -> None:
        self._do(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _do(self, coroutine: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(30)

    async def _start(self) -> Server:
        return await serve(
            self._pass_on, "127.0.0.1", 0, ping_interval=None, max_size=None, close_timeout=0.2
        )

    async def _end(self) -> None:
        for way in self._ways:
            way.cancel()
        self._server.close(close_connections=True)
        await self._server.wait_closed()

    async def _pass_on(self, client: ServerConnection) -> None:
        async with connect(
            self._target, ping_interval=None, max_size=None, close_timeout=0.2
        ) as node:
            line = _Line(client, node)
            ways = [
                asyncio.create_task(self._way(line, client, node)),
                asyncio.create_task(self._way(line, node, client)),
            ]
            self._ways.update(ways)
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            if line.is_half_closed:  # the other way still works for a while
                await asyncio.wait(ways, timeout=1)
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
            self._ways.difference_update(ways)

    async def _way(self, line: _Line, source: Any, target: Any) -> None:
        with contextlib.suppress(ConnectionClosed, OSError):
            async for message in self._mistreated(line, source):
                await target.send(message)

    async def _mistreated(self, line: _Line, source: Any) -> AsyncIterator[str | bytes]:
        held: list[str | bytes] = []
        while True:
            next_one = asyncio.ensure_future(source.recv())
            try:
                await asyncio.wait({next_one}, timeout=0.05 if held else None)
                if not next_one.done():
                    while held:
                        yield held.pop()
                message = await next_one
            finally:
                next_one.cancel()
            fault = None if self.calm else self._fault()
            if fault is not None:
                self.faults[fault] += 1
            if fault == "cut":
                line.cut()
                return
            if fault == "freeze" or line.is_frozen:
                await line.freeze()
            if fault == "half_close":
                line.half_close()
            if fault == "reorder" and not held:
                held.append(message)
                continue
            if fault == "delay":
                await asyncio.sleep(self._random.uniform(0, 0.1))
            yield message
            while held:
                yield held.pop()
            if fault == "cut_after":
                line.cut()
                return

    def _fault(self) -> str | None:
        point = self._random.random()
        for name, chance in vars(self._chances).items():
            if point < chance:
                return name
            point -= chance
        return None


class _Line:
    """One connection of a client, and the node's end of it."""

    def __init__(self, client: Any, node: Any) -> None:
        self._client = client
        self._node = node
        self.is_frozen = False
        self.is_half_closed = False

    def cut(self) -> None:
        """Both ends are reset, with what is on the way."""
        for end in (self._client, self._node):
            end.transport.abort()

    async def freeze(self) -> None:
        """Nothing passes any more, pings included, and nothing is closed."""
        self.is_frozen = True
        for end in (self._client, self._node):
            with contextlib.suppress(RuntimeError):
                end.transport.pause_reading()
        await asyncio.sleep(60)

    def half_close(self) -> None:
        """The client's end sends no more, and still takes what the client sends."""
        self.is_half_closed = True
        held: socket.socket | None = self._client.transport.get_extra_info("socket")
        if held is not None:
            with contextlib.suppress(OSError):
                held.shutdown(socket.SHUT_WR)
