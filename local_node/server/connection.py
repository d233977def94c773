"""One WebSocket connection: its request queue and its outbox.

The requests of a connection are answered in order. Workers answer them, so that making a block
blocks no socket; requests that need no wait are answered in the loop's thread. Requests that
arrived together are answered in one go, since a change of threads costs more than most answers.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Awaitable, Callable, MutableMapping
from concurrent.futures import Executor
from typing import Any, NamedTuple

from local_node.rpc.peer import Peer
from local_node.rpc.request import Request
from local_node.rpc.routing import Route
from local_node.server.memory_limit import FREE, MemoryLimit, MemoryUser
from local_node.server.metrics.traffic import Traffic
from local_node.server.outbox import Outbox
from local_node.server.submission_queue import JOB_S, SubmissionQueue

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Handle = Callable[[Request, Peer], "str | None"]


class Handlers(NamedTuple):
    """The handlers of requests: `handle` is called in the place that `route_of` names; inline only
    if all earlier requests of the connection are answered."""

    handle: Handle
    route_of: Callable[[Request], Route]
    submissions: SubmissionQueue
    workers: Executor
    incoming: MemoryLimit[MemoryUser]
    outgoing: MemoryLimit[Outbox]
    serves_unsafe: bool = True


MAX_WAITING = 256
"""Requests of one client that are queued before they are answered."""
MAX_WAITING_SIZE = 16 * 1024 * 1024
"""Their total size, in characters or bytes."""

_TOO_SLOW = 1008
_TRY_AGAIN_LATER = 1013
_FAREWELL_S = 1.0


async def serve_connection(
    handlers: Handlers, receive: Receive, send: Send, traffic: Traffic
) -> None:
    """Serve a client whose connection was accepted, until either side closes it."""
    outbox = Outbox(send, handlers.outgoing)
    peer = Peer(outbox.put, serves_unsafe=handlers.serves_unsafe)
    traffic.opened(peer)
    requests = RequestQueue(handlers, peer, outbox)
    handlers.incoming.add(requests)
    handlers.outgoing.add(outbox)
    listening = asyncio.create_task(requests.listen(receive))
    writing = asyncio.create_task(outbox.write())
    try:
        await asyncio.wait(
            {listening, writing, outbox.given_up}, return_when=asyncio.FIRST_COMPLETED
        )
    finally:
        listening.cancel()
        writing.cancel()
        await asyncio.gather(listening, writing, return_exceptions=True)
        await requests.finish()
        peer.close()
        traffic.closed(peer)
        handlers.incoming.discard(requests)
        handlers.outgoing.discard(outbox)
    if outbox.given_up.done() or requests.is_turned_away:
        code = _TOO_SLOW if outbox.given_up.done() else _TRY_AGAIN_LATER
        with contextlib.suppress(asyncio.TimeoutError, OSError, RuntimeError):
            farewell = send({"type": "websocket.close", "code": code})
            await asyncio.wait_for(farewell, _FAREWELL_S)


class RequestQueue:
    """The unanswered requests of one connection. One thread at a time answers them.

    `is_turned_away` is set when the client exceeds the memory limit for all clients.
    """

    def __init__(self, handlers: Handlers, peer: Peer, outbox: Outbox) -> None:
        self._handlers = handlers
        self._peer = peer
        self._outbox = outbox
        self._requests: deque[tuple[Route, Request]] = deque()
        self._size = 0
        self._work: asyncio.Future[None] | None = None
        self.is_turned_away = False

    @property
    def held(self) -> int:
        """An upper bound of the queued bytes."""
        return 0 if self._work is None else self._size

    async def listen(self, receive: Receive) -> None:
        """Queue requests until the client disconnects."""
        while True:
            message = await receive()
            if message["type"] != "websocket.receive":
                return
            text = message.get("text")
            await self._take(Request(message["bytes"] if text is None else text))
            if self._size > FREE and self._handlers.incoming.is_too_much():
                self.is_turned_away = True
                return
            while self._work is not None and self._is_full():
                await asyncio.wait({self._work})

    async def finish(self) -> None:
        """Drop the requests that were not started, and wait for those that were."""
        self._requests.clear()
        if self._work is not None:
            await asyncio.wait({self._work})

    def _is_full(self) -> bool:
        return len(self._requests) >= MAX_WAITING or self._size >= MAX_WAITING_SIZE

    async def _take(self, request: Request) -> None:
        route = self._handlers.route_of(request)
        if self._work is None and route is Route.INLINE:
            self._outbox.cork()
            self._handlers.handle(request, self._peer)
            await self._outbox.flush()
            self._outbox.uncork()
            return
        self._size = request.size + (self._size if self._requests else 0)
        self._requests.append((route, request))
        if self._work is None:
            self._begin()

    def _begin(self) -> None:
        route, _ = self._requests[0]
        if route is Route.SUBMISSION:
            # Waking the writer for each answer of a turn costs more than the answer.
            self._outbox.cork()
            self._work = self._handlers.submissions.queue(self._submit)
            self._look_after(self._work)
        else:
            loop = asyncio.get_running_loop()
            self._work = loop.run_in_executor(self._handlers.workers, self._answer)
        self._work.add_done_callback(self._done)

    def _done(self, work: asyncio.Future[None]) -> None:
        self._work = None
        self._outbox.uncork()
        if self._requests and not work.cancelled() and work.exception() is None:
            self._begin()

    def _answer(self) -> None:
        """In a worker: answer all queued requests, up to the next submission."""
        while (request := self._next(Route.WORKER)) is not None:
            self._handlers.handle(request, self._peer)

    def _submit(self) -> bool:
        """In a turn: answer the next request if it is a submission; returns whether it was."""
        request = self._next(Route.SUBMISSION)
        if request is None:
            return False
        self._handlers.handle(request, self._peer)
        return True

    def _look_after(self, job: asyncio.Future[None]) -> None:
        """Send the outbox while a turn waits for the chain."""
        if not job.done():
            self._outbox.release()
            asyncio.get_running_loop().call_later(2 * JOB_S, self._look_after, job)

    def _next(self, here: Route) -> Request | None:
        """Remove and return the first request, if there is one that may be answered here."""
        try:
            route, request = self._requests[0]
            if route is here or route is Route.INLINE:
                self._requests.popleft()
                return request
        except IndexError:  # all are answered, or the client has left
            pass
        return None
