"""The node's door for other programs as an ASGI application: WebSocket, HTTP POST, and the page.

Requests of one connection are answered in their order, in other threads than this one, so that a
block in the making holds up nobody's sockets. A client that does not read what it subscribed to is
dropped.
"""

from __future__ import annotations

import asyncio

from local_node.conversation import Answering, Message, Receive, Send, converse
from local_node.metrics.watch import Watch
from local_node.page.serving import Resource, resource
from local_node.rpc.lanes import Lane
from local_node.rpc.peer import Peer

MAX_BODY = 15 * 1024 * 1024
"""Bytes of a request, as Substrate's `--rpc-max-request-size`."""
MAX_CONNECTIONS = 1000

_TOO_LARGE = 413
_TRY_LATER = 1013
_JSON = [(b"content-type", b"application/json; charset=utf-8")]
_CORS = [
    (b"access-control-allow-origin", b"*"),
    (b"access-control-allow-methods", b"POST, OPTIONS"),
    (b"access-control-allow-headers", b"content-type"),
]
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


class Application:
    """Serves what `answering` answers. `any_host` lifts the check against DNS rebinding."""

    def __init__(self, answering: Answering, watch: Watch, *, any_host: bool) -> None:
        self._answering = answering
        self._watch = watch
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
        elif scope["method"] in ("GET", "HEAD") and self._watch.has_page(scope["path"]):
            await self._show(scope, send)
        elif scope["method"] in ("GET", "HEAD") and (found := resource(scope["path"])):
            await _give(send, found, b"" if scope["method"] == "HEAD" else found.body)
        elif scope["method"] != "POST":
            await _respond(send, 405, b"Used HTTP Method is not allowed. POST is required")
        else:
            body = await _body(receive)
            if body is None:
                await _respond(send, _TOO_LARGE, b"The request is too large.")
                return
            answer = await self._run(body, Peer(None))
            await _respond(send, 200, b"" if answer is None else answer.encode())

    async def _show(self, scope: Message, send: Send) -> None:
        """A page about the node itself."""
        loop = asyncio.get_running_loop()
        page = await loop.run_in_executor(self._answering.workers, self._watch.page, scope["path"])
        headers = [(b"content-type", page.content_type.encode()), (b"cache-control", b"no-store")]
        found = Resource(page.body, headers)
        body = b"" if scope["method"] == "HEAD" else page.body
        await _give(send, found, body, page.status)

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
        try:
            await converse(self._answering, receive, send, self._watch.traffic)
        finally:
            self._connections -= 1

    async def _run(self, text: str | bytes, peer: Peer) -> str | None:
        handle, lane_of, turns, workers = self._answering
        if lane_of(text) is Lane.INTAKE:
            return await turns.call(lambda: handle(text, peer))
        return await asyncio.get_running_loop().run_in_executor(workers, handle, text, peer)


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
    headers = [*_JSON, *_CORS, (b"content-length", str(len(body)).encode())]
    if status == _TOO_LARGE:  # the rest of the body is not waited for
        headers.append((b"connection", b"close"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _give(send: Send, found: Resource, body: bytes, status: int = 200) -> None:
    """A page of the node's, or a file of one; `body` is empty where only the head is wanted."""
    length = [(b"content-length", str(len(found.body)).encode())]
    headers = found.headers + _CORS + length
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
