"""The node's door for other programs as an ASGI application: WebSocket and HTTP POST on one path.

Requests of one connection are answered in their order, in worker threads, so that a block in the
making holds up nobody's sockets. A client that does not read what it subscribed to is dropped.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, MutableMapping
from concurrent.futures import Executor
from typing import Any

from local_node.rpc.dispatch import Dispatcher
from local_node.rpc.peer import Peer

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

MAX_BODY = 15 * 1024 * 1024
"""Bytes of a request, as Substrate's `--rpc-max-request-size`."""
MAX_BACKLOG = 64 * 1024 * 1024
"""Characters that may wait for a client that does not read."""
MAX_CONNECTIONS = 1000

_TOO_SLOW = 1008
_TRY_LATER = 1013
_JSON = [(b"content-type", b"application/json; charset=utf-8")]
_CORS = [
    (b"access-control-allow-origin", b"*"),
    (b"access-control-allow-methods", b"POST, OPTIONS"),
    (b"access-control-allow-headers", b"content-type"),
]
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


class Application:
    """Serves a dispatcher. `any_host` lifts the check against DNS rebinding."""

    def __init__(self, dispatcher: Dispatcher, workers: Executor, *, any_host: bool) -> None:
        self._dispatcher = dispatcher
        self._workers = workers
        self._any_host = any_host
        self._connections = 0

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        elif scope["type"] == "http":
            await self._http(scope, receive, send)

    # HTTP

    async def _http(self, scope: Message, receive: Receive, send: Send) -> None:
        if not self._host_allowed(scope):
            await _respond(send, 403, b"Provided Host header is not whitelisted.")
        elif scope["method"] == "OPTIONS":
            await _respond(send, 204, b"")
        elif scope["method"] == "GET" and scope["path"] == "/health":
            await _respond(send, 200, b'{"peers":0,"isSyncing":false,"shouldHavePeers":false}')
        elif scope["method"] != "POST":
            await _respond(send, 405, b"Used HTTP Method is not allowed. POST is required")
        else:
            body = await _body(receive)
            if body is None:
                await _respond(send, 413, b"The request is too large.")
                return
            answer = await self._run(body, Peer(None))
            await _respond(send, 200, b"" if answer is None else answer.encode())

    def _host_allowed(self, scope: Message) -> bool:
        """A page from elsewhere must not reach a loopback node by a name that points here."""
        if self._any_host:
            return True
        host = dict(scope["headers"]).get(b"host", b"localhost").decode("latin-1")
        name = host[1 : host.find("]")] if host.startswith("[") else host.split(":")[0]
        return name.lower() in _LOOPBACK

    # WebSocket

    async def _websocket(self, scope: Message, receive: Receive, send: Send) -> None:
        await receive()
        if not self._host_allowed(scope) or self._connections >= MAX_CONNECTIONS:
            await send({"type": "websocket.close", "code": _TRY_LATER})
            return
        await send({"type": "websocket.accept"})
        self._connections += 1
        line = _Line(asyncio.get_running_loop())
        peer = Peer(line.put)
        writer = asyncio.create_task(line.write(send))
        try:
            await self._converse(receive, peer, writer)
        finally:
            self._connections -= 1
            peer.close()
            writer.cancel()
            with contextlib.suppress(asyncio.CancelledError, OSError, RuntimeError):
                await writer

    async def _converse(self, receive: Receive, peer: Peer, writer: asyncio.Task[None]) -> None:
        """Answer one request after the other, until either side is gone."""
        while not writer.done():
            incoming = asyncio.ensure_future(receive())
            await asyncio.wait({incoming, writer}, return_when=asyncio.FIRST_COMPLETED)
            if not incoming.done():
                incoming.cancel()
                return
            message = incoming.result()
            if message["type"] != "websocket.receive":
                return
            text = message.get("text")
            await self._run(message["bytes"] if text is None else text, peer)

    async def _run(self, text: str | bytes, peer: Peer) -> str | None:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._workers, self._dispatcher.handle, text, peer)


class _Line:
    """The texts on their way to one client; `put` is safe from any thread."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._queue: asyncio.Queue[str] = asyncio.Queue()
        self._waiting = 0

    def put(self, text: str) -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closed: so is the connection
            self._loop.call_soon_threadsafe(self._put, text)

    def _put(self, text: str) -> None:
        self._waiting += len(text)
        self._queue.put_nowait(text)

    async def write(self, send: Send) -> None:
        """Send what is put, until the client is too far behind."""
        while self._waiting <= MAX_BACKLOG:
            text = await self._queue.get()
            await send({"type": "websocket.send", "text": text})
            self._waiting -= len(text)
        await send({"type": "websocket.close", "code": _TOO_SLOW})


async def _body(receive: Receive) -> bytes | None:
    """The body of a request, None for one that is too large."""
    parts, size = [], 0
    while True:
        message = await receive()
        part = message.get("body", b"")
        size += len(part)
        if size > MAX_BODY:
            return None
        parts.append(part)
        if not message.get("more_body"):
            return b"".join(parts)


async def _respond(send: Send, status: int, body: bytes) -> None:
    length = [(b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": _JSON + _CORS + length})
    await send({"type": "http.response.body", "body": body})
