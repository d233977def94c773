"""The node's ASGI application: WebSocket, HTTP POST, and the page.

The requests of one connection are answered in order, in other threads than this one, so that making
a block blocks no socket. A client that does not read its notifications is disconnected.
"""

from __future__ import annotations

import asyncio

from local_node.rpc.limits import MIB
from local_node.rpc.peer import Peer
from local_node.rpc.request import Request
from local_node.rpc.routing import Route
from local_node.server.connection import Handlers, Message, Receive, Send, serve_connection
from local_node.server.gate import Gate, Headers, is_json, refused
from local_node.server.metrics.watch import Watch
from local_node.server.page.serving import Resource, resource

MAX_UNTAKEN = 128 * MIB
"""Bytes of HTTP answers that clients have not read, for all clients together."""

_PART = 64 * 1024
_FORBIDDEN, _TOO_LARGE, _BAD_TYPE, _BUSY = 403, 413, 415, 503
_CLOSING = {_FORBIDDEN, _TOO_LARGE, _BAD_TYPE, _BUSY}
"""After these answers the rest of the request is not read."""
_JSON = (b"content-type", b"application/json; charset=utf-8")
_TEXT = (b"content-type", b"text/plain; charset=utf-8")
_NEEDS_JSON = "Supplied content type is not allowed. Content-Type: application/json is required"


class Application:
    """Serves the answers of `handlers` to the requests that `gate` admits."""

    def __init__(self, handlers: Handlers, watch: Watch, gate: Gate, max_body: int) -> None:
        self._handlers = handlers
        self._watch = watch
        self._gate = gate
        self._max_body = max_body
        self._untaken = 0

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        refusal = self._gate.refusal(scope["headers"])
        if scope["type"] == "websocket":
            await self._websocket(refusal, receive, send)
        elif scope["type"] == "http" and refusal is not None:
            await _refuse(send, _FORBIDDEN, refusal, refused())
        elif scope["type"] == "http":
            await self._http(scope, receive, send)

    # HTTP

    async def _http(self, scope: Message, receive: Receive, send: Send) -> None:
        headers = self._gate.headers(scope["headers"])
        if scope["method"] == "OPTIONS":
            await _give(send, 204, self._gate.preflight(scope["headers"]), b"")
        elif scope["method"] in ("GET", "HEAD") and self._watch.has_page(scope["path"]):
            await self._show(scope, headers, send)
        elif scope["method"] in ("GET", "HEAD") and (found := resource(scope["path"])):
            await _show(scope, send, found, headers)
        elif scope["method"] != "POST":
            text = "Used HTTP Method is not allowed. POST is required"
            await _refuse(send, 405, text, headers)
        elif not is_json(scope["headers"]):
            await _refuse(send, _BAD_TYPE, _NEEDS_JSON, headers)
        else:
            await self._post(headers, receive, send)

    async def _post(self, headers: Headers, receive: Receive, send: Send) -> None:
        body = await self._body(receive)
        if body is None:
            return
        if len(body) > self._max_body:
            await _refuse(send, _TOO_LARGE, "The request is too large.", headers)
            return
        peer = Peer(None, serves_unsafe=self._handlers.serves_unsafe)
        answer = (await self._run(body, peer) or "").encode()
        if self._untaken + len(answer) > MAX_UNTAKEN:
            await _refuse(send, _BUSY, "Server is busy, try again later", headers)
            return
        self._untaken += len(answer)
        try:
            await _give(send, 200, [_JSON, *headers], answer)
        finally:
            self._untaken -= len(answer)

    async def _body(self, receive: Receive) -> bytes | None:
        """The body of a request, or the beginning of one that is too large; None if the client
        disconnected first."""
        parts, size = [], 0
        while size <= self._max_body:
            message = await receive()
            if message["type"] == "http.disconnect":
                return None
            parts.append(message.get("body", b""))
            size += len(parts[-1])
            if not message.get("more_body"):
                break
        return b"".join(parts)

    async def _run(self, text: str | bytes, peer: Peer) -> str | None:
        handlers = self._handlers
        request = Request(text)
        if handlers.route_of(request) is Route.SUBMISSION:
            return await handlers.submissions.call(lambda: handlers.handle(request, peer))
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(handlers.workers, handlers.handle, request, peer)

    async def _show(self, scope: Message, headers: Headers, send: Send) -> None:
        """A page about the node itself."""
        loop = asyncio.get_running_loop()
        page = await loop.run_in_executor(self._handlers.workers, self._watch.page, scope["path"])
        own = [(b"content-type", page.content_type.encode()), (b"cache-control", b"no-store")]
        await _show(scope, send, Resource(page.body, own), headers, page.status)

    # WebSocket

    async def _websocket(self, refusal: str | None, receive: Receive, send: Send) -> None:
        await receive()
        if refusal is None:
            await send({"type": "websocket.accept"})
            await serve_connection(self._handlers, receive, send, self._watch.traffic)
            return
        start = {"type": "websocket.http.response.start", "status": _FORBIDDEN}
        await send({**start, "headers": [_TEXT, *refused()]})
        await send({"type": "websocket.http.response.body", "body": refusal.encode()})


async def _show(
    scope: Message, send: Send, found: Resource, headers: Headers, status: int = 200
) -> None:
    """A page of the node, or one of its files; for HEAD, the headers alone."""
    given = dict([*headers, *found.headers])
    length = str(len(found.body)).encode()
    body = b"" if scope["method"] == "HEAD" else found.body
    await _give(send, status, list(given.items()), body, length)


async def _refuse(send: Send, status: int, text: str, headers: Headers) -> None:
    closing = [(b"connection", b"close")] if status in _CLOSING else []
    await _give(send, status, [_TEXT, *headers, *closing], text.encode())


async def _give(
    send: Send, status: int, headers: Headers, body: bytes, length: bytes | None = None
) -> None:
    """Send an answer, no faster than the client reads it."""
    size = (b"content-length", str(len(body)).encode() if length is None else length)
    await send({"type": "http.response.start", "status": status, "headers": [*headers, size]})
    for end in range(_PART, max(len(body), 1) + _PART, _PART):
        part = body[end - _PART : end]
        await send({"type": "http.response.body", "body": part, "more_body": end < len(body)})
