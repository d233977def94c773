"""One client's WebSocket: what it asks, one after the other, and what goes out to it.

Requests are answered in their order, in other threads, so that a block in the making holds up
nobody's sockets; only what waits for nobody is answered where it comes in. Whoever sends many
without waiting has them answered in one go, since a change of threads costs more than most answers;
and what is ready to go out goes out in one go, too.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections import deque
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from concurrent.futures import Executor
from time import perf_counter
from typing import Any, NamedTuple

from local_node.metrics.traffic import Traffic
from local_node.rpc.lanes import Lane
from local_node.rpc.peer import Peer

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Handle = Callable[["str | bytes", Peer], "str | None"]


class Answering(NamedTuple):
    """Who answers texts: `handle`, called in the lane that `lane_of` says; at once only where
    nothing came before that is not answered yet. `intake` has one thread, `workers` have many."""

    handle: Handle
    lane_of: Callable[[str | bytes], Lane]
    intake: Executor
    workers: Executor

    def executor(self, lane: Lane) -> Executor:
        """Whose threads answer in a lane."""
        return self.intake if lane is Lane.INTAKE else self.workers


MAX_BACKLOG = 64 * 1024 * 1024
"""Characters that may wait for a client that does not read."""
MAX_WAITING = 256
"""Requests of one client that are taken in before they are answered."""
MAX_WAITING_SIZE = 16 * 1024 * 1024
"""How long they may be together, in characters or bytes."""
TURN_S = 0.008
"""How long extrinsics of one client are taken in while others wait."""

_TOO_SLOW = 1008
_FAREWELL_S = 1.0


async def converse(answering: Answering, receive: Receive, send: Send, traffic: Traffic) -> None:
    """Answer a client whose connection was accepted, until either side is gone."""
    line = Line(asyncio.get_running_loop())
    peer = Peer(line.put)
    traffic.opened(peer)
    asked = Asked(answering, peer, line)
    listening = asyncio.create_task(asked.listen(receive))
    writing = asyncio.create_task(line.write(send))
    try:
        await asyncio.wait({listening, writing, line.given_up}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        listening.cancel()
        writing.cancel()
        await asyncio.gather(listening, writing, return_exceptions=True)
        await asked.finish()
        peer.close()
        traffic.closed(peer)
    if line.given_up.done():
        with contextlib.suppress(asyncio.TimeoutError, OSError, RuntimeError):
            farewell = send({"type": "websocket.close", "code": _TOO_SLOW})
            await asyncio.wait_for(farewell, _FAREWELL_S)


class Asked:
    """What a client asked and nobody has answered yet. One thread at a time answers for it."""

    def __init__(self, answering: Answering, peer: Peer, line: Line) -> None:
        self._answering = answering
        self._peer = peer
        self._line = line
        self._texts: deque[tuple[Lane, str | bytes]] = deque()
        self._size = 0
        self._work: asyncio.Future[None] | None = None

    async def listen(self, receive: Receive) -> None:
        """Take in requests until the client is gone."""
        while True:
            message = await receive()
            if message["type"] != "websocket.receive":
                return
            text = message.get("text")
            self._take(message["bytes"] if text is None else text)
            while self._work is not None and self._is_full():
                await asyncio.wait({self._work})

    async def finish(self) -> None:
        """Leave undone what was not begun, and wait for what was."""
        self._texts.clear()
        if self._work is not None:
            await asyncio.wait({self._work})

    def _is_full(self) -> bool:
        return len(self._texts) >= MAX_WAITING or self._size >= MAX_WAITING_SIZE

    def _take(self, text: str | bytes) -> None:
        lane = self._answering.lane_of(text)
        if self._work is None and lane is Lane.AT_ONCE:
            self._answering.handle(text, self._peer)
            return
        self._size = len(text) + (self._size if self._texts else 0)
        self._texts.append((lane, text))
        if self._work is None:
            self._begin()

    def _begin(self) -> None:
        loop = asyncio.get_running_loop()
        lane, _ = self._texts[0]
        if lane is Lane.INTAKE:
            self._work = loop.run_in_executor(self._answering.intake, self._take_turn)
            self._look_after(self._work)
        else:
            self._work = loop.run_in_executor(self._answering.workers, self._answer)
        self._work.add_done_callback(self._done)

    def _done(self, work: asyncio.Future[None]) -> None:
        self._work = None
        if self._texts and not work.cancelled() and work.exception() is None:
            self._begin()

    def _answer(self) -> None:
        """In a worker: answer all that waits, up to the next extrinsic."""
        while (text := self._next(Lane.BESIDE)) is not None:
            self._answering.handle(text, self._peer)

    def _take_turn(self) -> None:
        """In the thread of the intake: take in extrinsics, until others are to have their turn. The
        answers go out together: to wake the loop for each costs a change of threads each."""
        until = perf_counter() + TURN_S
        with self._line.gathering():
            while (text := self._next(Lane.INTAKE)) is not None:
                self._answering.handle(text, self._peer)
                if perf_counter() > until:
                    return

    def _look_after(self, turn: asyncio.Future[None]) -> None:
        """A turn may have to wait for whoever has the chain: what is ready meanwhile goes out."""
        if not turn.done():
            self._line.let_out()
            asyncio.get_running_loop().call_later(2 * TURN_S, self._look_after, turn)

    def _next(self, here: Lane) -> str | bytes | None:
        """The first text, taken out, if there is one and it may be answered here."""
        try:
            lane, text = self._texts[0]
            if lane is here or lane is Lane.AT_ONCE:
                self._texts.popleft()
                return text
        except IndexError:  # all is answered, or the client has left
            pass
        return None


class Line:
    """The texts on their way to one client; `put` is safe from any thread.

    `given_up` is done once the client is too far behind.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._lock = threading.Lock()
        self._texts: deque[str] = deque()
        self._waiting = 0
        self._news = asyncio.Event()
        self._is_told = False
        self._is_gathering = False
        self.given_up: asyncio.Future[None] = loop.create_future()

    def put(self, text: str) -> None:
        """Send a text as soon as the client takes it."""
        with self._lock:
            self._texts.append(text)
            self._waiting += len(text)
            if (self._is_told or self._is_gathering) and self._waiting <= MAX_BACKLOG:
                return
            self._is_told = True
        self._wake()

    @contextlib.contextmanager
    def gathering(self) -> Iterator[None]:
        """What is put meanwhile, by whomever, goes out at the end, or when it is let out. One at a
        time gathers."""
        self._is_gathering = True
        try:
            yield
        finally:
            with self._lock:
                self._is_gathering = False
                is_news = bool(self._texts) and not self._is_told
                self._is_told = self._is_told or is_news
            if is_news:
                self._wake()

    async def write(self, send: Send) -> None:
        """Send what is put, in order."""
        while True:
            await self._news.wait()
            self._news.clear()
            for text in self._take():
                await send({"type": "websocket.send", "text": text})
                with self._lock:
                    self._waiting -= len(text)

    def let_out(self) -> None:
        """In the loop's thread: send what is gathered so far."""
        if self._texts:
            self._news.set()

    def _wake(self) -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closed: so is the connection
            self._loop.call_soon_threadsafe(self._tell)

    def _tell(self) -> None:
        if self._waiting > MAX_BACKLOG and not self.given_up.done():
            self.given_up.set_result(None)
        self._news.set()

    def _take(self) -> deque[str]:
        with self._lock:
            taken, self._texts, self._is_told = self._texts, deque(), False
            return taken
