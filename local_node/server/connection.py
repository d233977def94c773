"""One client's WebSocket: what it asks, one after the other, and what goes out to it.

Requests are answered in their order, in other threads, so that a block in the making holds up
nobody's sockets; only what waits for nobody is answered where it comes in, extrinsics among it
where nobody has the chain. Whoever sends many without waiting has them answered in one go, since a
change of threads costs more than most answers; and what is ready to go out goes out in one go, too.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections import deque
from collections.abc import Awaitable, Callable, MutableMapping
from concurrent.futures import Executor
from typing import Any, NamedTuple

from local_node.rpc.peer import Peer
from local_node.rpc.routing import Route
from local_node.server.memory_limit import FREE, MemoryLimit, MemoryUser
from local_node.server.metrics.traffic import Traffic
from local_node.server.submission_queue import TURN_S, SubmissionQueue

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Handle = Callable[["str | bytes", Peer], "str | None"]


class Answering(NamedTuple):
    """Who answers texts: `handle`, called in the lane that `lane_of` says; at once only where
    nothing came before that is not answered yet."""

    handle: Handle
    lane_of: Callable[[str | bytes], Route]
    turns: SubmissionQueue
    workers: Executor
    incoming: MemoryLimit[MemoryUser]
    outgoing: MemoryLimit[Outbox]
    serves_unsafe: bool = True


MAX_BACKLOG = 64 * 1024 * 1024
"""Characters that may wait for a client that does not read."""
MAX_WAITING = 256
"""Requests of one client that are taken in before they are answered."""
MAX_WAITING_SIZE = 16 * 1024 * 1024
"""How long they may be together, in characters or bytes."""

_TOO_SLOW = 1008
_TRY_AGAIN_LATER = 1013
_FAREWELL_S = 1.0


async def converse(answering: Answering, receive: Receive, send: Send, traffic: Traffic) -> None:
    """Answer a client whose connection was accepted, until either side is gone."""
    line = Outbox(send, answering.outgoing)
    peer = Peer(line.put, serves_unsafe=answering.serves_unsafe)
    traffic.opened(peer)
    asked = RequestQueue(answering, peer, line)
    answering.incoming.add(asked)
    answering.outgoing.add(line)
    listening = asyncio.create_task(asked.listen(receive))
    writing = asyncio.create_task(line.write())
    try:
        await asyncio.wait({listening, writing, line.given_up}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        listening.cancel()
        writing.cancel()
        await asyncio.gather(listening, writing, return_exceptions=True)
        await asked.finish()
        peer.close()
        traffic.closed(peer)
        answering.incoming.discard(asked)
        answering.outgoing.discard(line)
    if line.given_up.done() or asked.is_turned_away:
        code = _TOO_SLOW if line.given_up.done() else _TRY_AGAIN_LATER
        with contextlib.suppress(asyncio.TimeoutError, OSError, RuntimeError):
            farewell = send({"type": "websocket.close", "code": code})
            await asyncio.wait_for(farewell, _FAREWELL_S)


class RequestQueue:
    """What a client asked and nobody has answered yet. One thread at a time answers for it.

    `is_turned_away` once it asked for too much, beside what all others did.
    """

    def __init__(self, answering: Answering, peer: Peer, line: Outbox) -> None:
        self._answering = answering
        self._peer = peer
        self._line = line
        self._texts: deque[tuple[Route, str | bytes]] = deque()
        self._size = 0
        self._work: asyncio.Future[None] | None = None
        self.is_turned_away = False

    @property
    def held(self) -> int:
        """How much waits, or a little more."""
        return 0 if self._work is None else self._size

    async def listen(self, receive: Receive) -> None:
        """Take in requests until the client is gone."""
        while True:
            message = await receive()
            if message["type"] != "websocket.receive":
                return
            text = message.get("text")
            await self._take(message["bytes"] if text is None else text)
            if self._size > FREE and self._answering.incoming.is_too_much():
                self.is_turned_away = True
                return
            while self._work is not None and self._is_full():
                await asyncio.wait({self._work})

    async def finish(self) -> None:
        """Leave undone what was not begun, and wait for what was."""
        self._texts.clear()
        if self._work is not None:
            await asyncio.wait({self._work})

    def _is_full(self) -> bool:
        return len(self._texts) >= MAX_WAITING or self._size >= MAX_WAITING_SIZE

    async def _take(self, text: str | bytes) -> None:
        lane = self._answering.lane_of(text)
        if self._work is None and lane is Route.AT_ONCE:
            self._line.gather()
            self._answering.handle(text, self._peer)
            await self._line.flush()
            self._line.let_go()
            return
        self._size = len(text) + (self._size if self._texts else 0)
        self._texts.append((lane, text))
        if self._work is None:
            self._begin()

    def _begin(self) -> None:
        lane, _ = self._texts[0]
        if lane is Route.INTAKE:
            # To wake the writer for each answer of a turn costs more than the answer does.
            self._line.gather()
            self._work = self._answering.turns.queue(self._take_in)
            self._look_after(self._work)
        else:
            loop = asyncio.get_running_loop()
            self._work = loop.run_in_executor(self._answering.workers, self._answer)
        self._work.add_done_callback(self._done)

    def _done(self, work: asyncio.Future[None]) -> None:
        self._work = None
        self._line.let_go()
        if self._texts and not work.cancelled() and work.exception() is None:
            self._begin()

    def _answer(self) -> None:
        """In a worker: answer all that waits, up to the next extrinsic."""
        while (text := self._next(Route.BESIDE)) is not None:
            self._answering.handle(text, self._peer)

    def _take_in(self) -> bool:
        """In a turn: take in an extrinsic, if it is what comes next; whether it was."""
        text = self._next(Route.INTAKE)
        if text is None:
            return False
        self._answering.handle(text, self._peer)
        return True

    def _look_after(self, turn: asyncio.Future[None]) -> None:
        """A turn may have to wait for whoever has the chain: what is ready meanwhile goes out."""
        if not turn.done():
            self._line.let_out()
            asyncio.get_running_loop().call_later(2 * TURN_S, self._look_after, turn)

    def _next(self, here: Route) -> str | bytes | None:
        """The first text, taken out, if there is one and it may be answered here."""
        try:
            lane, text = self._texts[0]
            if lane is here or lane is Route.AT_ONCE:
                self._texts.popleft()
                return text
        except IndexError:  # all is answered, or the client has left
            pass
        return None


class Outbox:
    """The texts on their way to one client, by `send`; `put` is safe from any thread.

    `given_up` is done once the client is too far behind, for itself or beside all others.
    """

    def __init__(self, send: Send, outgoing: MemoryLimit[Outbox]) -> None:
        self._send = send
        self._outgoing = outgoing
        self._loop = asyncio.get_running_loop()
        self._thread = threading.get_ident()
        self._lock = threading.Lock()
        self._texts: deque[str] = deque()
        self._waiting = 0
        self._look_at = FREE
        self._is_over = False
        self._news = asyncio.Event()
        self._is_told = False
        self._is_gathering = False
        self._is_flushing = False
        self.given_up: asyncio.Future[None] = self._loop.create_future()

    @property
    def held(self) -> int:
        """How many characters the client has not taken."""
        return self._waiting

    def put(self, text: str) -> None:
        """Send a text as soon as the client takes it."""
        with self._lock:
            if self._is_over:
                return
            self._texts.append(text)
            self._waiting += len(text)
            is_much = self._waiting > self._look_at or self._waiting > MAX_BACKLOG
            if is_much:
                self._look_at = self._waiting + FREE
            elif self._is_told or self._is_gathering:
                return
            self._is_told = True
        if is_much:
            self._bound()
        self._wake()

    def give_up(self) -> None:
        """Nothing more goes out; safe from any thread."""
        with self._lock:
            self._is_over = True
            self._texts.clear()
            self._waiting = 0
        self._wake()

    def gather(self) -> None:
        """Keep what is put from now on, by whomever, until it is let go, let out or flushed."""
        self._is_gathering = True

    def let_go(self) -> None:
        """What was gathered, and what is put from now on, goes out."""
        with self._lock:
            self._is_gathering = False
            is_news = bool(self._texts) and not self._is_told
            self._is_told = self._is_told or is_news
        if is_news:
            self._wake()

    def let_out(self) -> None:
        """In the loop's thread: what is gathered so far goes out."""
        if self._texts:
            self._news.set()

    async def write(self) -> None:
        """Send what is put, in order."""
        while True:
            await self._news.wait()
            self._news.clear()
            await self.flush()

    async def flush(self) -> None:
        """Send what is here; nothing where that is being done, by whom the rest goes out later."""
        if self._is_flushing:
            return
        self._is_flushing = True
        try:
            for text in self._take():
                await self._send({"type": "websocket.send", "text": text})
                with self._lock:
                    self._waiting -= len(text)
                    self._look_at = min(self._look_at, max(self._waiting, 0) + FREE)
        finally:
            self._is_flushing = False

    def _bound(self) -> None:
        if self._waiting > MAX_BACKLOG:
            self.give_up()
        elif self._outgoing.is_too_much():
            self._outgoing.largest().give_up()

    def _wake(self) -> None:
        if threading.get_ident() == self._thread:
            self._tell()
            return
        with contextlib.suppress(RuntimeError):  # the loop is closed: so is the connection
            self._loop.call_soon_threadsafe(self._tell)

    def _tell(self) -> None:
        if self._is_over and not self.given_up.done():
            self.given_up.set_result(None)
        self._news.set()

    def _take(self) -> deque[str]:
        with self._lock:
            taken, self._texts, self._is_told = self._texts, deque(), False
            return taken
