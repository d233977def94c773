"""uvicorn's protocols with limits on what a client may leave open or incomplete.

All connections count, whatever their protocol. A request must arrive within a time limit, an answer
must be read, and the unanswered requests of all clients together are bounded.
"""

from __future__ import annotations

import asyncio
from typing import Any, Final

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from local_node.rpc.limits import Limits
from local_node.server.memory_limit import FREE, MemoryLimit, MemoryUser

REQUEST_S = 60.0
"""The time limit for a whole request: its head and its body, or its frames."""
UNTAKEN_S = 60.0
"""The time within which a client must read something of a waiting answer."""
MAX_HEAD = 64 * 1024
"""Bytes of an HTTP request's head."""
MAX_PIPELINED = 16
"""HTTP requests that arrived before the one ahead of them was answered."""
MAX_FRAGMENTS = 16 * 1024
"""Frames of one message; they may be empty."""
MAX_PONGS = 1024 * 1024
"""Bytes that wait for a client that sends pings and does not read."""

_REFUSED_S: Final = 1.0
_FAREWELL_S: Final = 10.0
_MORE: Final = 100
"""Connections above the limit that get an answer that says so, instead of being cut off."""
_POLICY: Final = 1008
_TRY_AGAIN_LATER: Final = 1013


def _refusal(status: bytes, text: bytes) -> bytes:
    head = b"content-type: text/plain\r\nconnection: close\r\ncontent-length: %d" % len(text)
    return b"HTTP/1.1 %b\r\n%b\r\n\r\n%b" % (status, head, text)


_TOO_MANY: Final = _refusal(
    b"429 Too Many Requests", b"Too many connections. Please try again later."
)
_BUSY: Final = _refusal(b"503 Service Unavailable", b"Server is busy, try again later")
_LONG_HEAD: Final = _refusal(
    b"431 Request Header Fields Too Large", b"The head of the request is too large."
)


class Config(uvicorn.Config):
    """uvicorn's configuration, with the state that the connections of one port share."""

    def __init__(
        self, app: Any, limits: Limits, incoming: MemoryLimit[MemoryUser], **rest: Any
    ) -> None:
        super().__init__(
            app, http=HttpProtocol, ws=WebSocket, ws_max_size=limits.request_size, **rest
        )
        self.limits = limits
        self.incoming = incoming


class HttpProtocol(HttpToolsProtocol):
    """A new connection; it stays an HTTP one, or becomes a `WebSocket`.

    `held` is the size of unanswered requests.
    """

    config: Config
    held = 0
    _is_refused = False
    _is_in_body = False
    _deadline: asyncio.TimerHandle | None = None
    _untaken: asyncio.TimerHandle | None = None

    # Called by asyncio

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.config.incoming.add(self)
        most = self.config.limits.connections
        self._is_refused = len(self.connections) > most
        if len(self.connections) > most + _MORE:
            transport.abort()
        else:
            self._await_request(_REFUSED_S if self._is_refused else REQUEST_S)

    def connection_lost(self, exc: Exception | None) -> None:
        self._end()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self._is_refused:
            self._refuse(_TOO_MANY)  # not before its request: it would not read the answer
            return
        self.held += len(data)
        super().data_received(data)
        if self.held <= FREE or self.transport.get_protocol() is not self:
            return
        if not self._is_in_body and self.held > MAX_HEAD:
            self._refuse(_LONG_HEAD)
        elif self.config.incoming.is_too_much():
            self._refuse(_BUSY)
        elif self.held > 2 * self.config.limits.request_size + MAX_HEAD:
            self.transport.abort()  # hardly any of it is body

    def pause_writing(self) -> None:
        super().pause_writing()
        self._await_reading()

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._untaken is not None:
            self._untaken.cancel()
            self._untaken = None

    # Called by the parser

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._is_in_body = False
        if self._deadline is None:
            self._await_request(REQUEST_S)

    def on_headers_complete(self) -> None:
        self._is_in_body = True
        super().on_headers_complete()
        if len(self.pipeline) > MAX_PIPELINED:
            raise ValueError("too many pipelined requests")  # answered with 400

    def on_message_complete(self) -> None:
        super().on_message_complete()
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    # Called by uvicorn

    def handle_websocket_upgrade(self) -> None:
        self._end()
        super().handle_websocket_upgrade()

    def on_response_complete(self) -> None:
        self.held = 0
        super().on_response_complete()

    def timeout_keep_alive_handler(self) -> None:
        super().timeout_keep_alive_handler()
        self._await_reading()  # unread data keeps the connection open

    def _await_request(self, seconds: float) -> None:
        self._deadline = self.loop.call_later(seconds, self.transport.abort)

    def _await_reading(self) -> None:
        if self._untaken is None and self.transport.get_write_buffer_size():
            self._untaken = self.loop.call_later(UNTAKEN_S, self.transport.abort)

    def _refuse(self, answer: bytes) -> None:
        if not self.transport.is_closing():
            self.transport.write(answer)
            self.transport.close()
            self.loop.call_later(_FAREWELL_S, self.transport.abort)

    def _end(self) -> None:
        self.config.incoming.discard(self)
        for timer in (self._deadline, self._untaken):
            if timer is not None:
                timer.cancel()
        self._deadline = self._untaken = None


class WebSocket(WebSocketsSansIOProtocol):
    """A WebSocket connection; `held` is the size of an incomplete message."""

    config: Config
    held = 0
    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self.config.incoming.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        self.config.incoming.discard(self)
        self._await_rest(False)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self.held = len(self.conn.reader.buffer)
        if self.frames:
            self.held += sum(map(len, self.frames))
            if len(self.frames) > MAX_FRAGMENTS:
                self._give_up(_POLICY, "too many fragments")
        if self.held > FREE and self.config.incoming.is_too_much():
            self._give_up(_TRY_AGAIN_LATER, "the node is busy")
        is_cut = bool(self.held or self.frames)
        if is_cut is not (self._deadline is not None):
            self._await_rest(is_cut)

    def handle_ping(self) -> None:
        super().handle_ping()
        if self.transport.get_write_buffer_size() > MAX_PONGS and not self.writable.is_set():
            self.transport.abort()

    def keepalive_timeout(self) -> None:
        super().keepalive_timeout()
        self._see_off()

    def on_task_complete(self, task: asyncio.Task[None]) -> None:
        super().on_task_complete(task)
        self._see_off()

    async def send(self, message: Any) -> None:
        """Returns when the client has read most of the message; until then it is held for the
        client."""
        await super().send(message)
        await self.writable.wait()

    def _await_rest(self, is_cut: bool) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
        self._deadline = self.loop.call_later(REQUEST_S, self.transport.abort) if is_cut else None

    def _give_up(self, code: int, reason: str) -> None:
        if not self.close_sent and not self.transport.is_closing():
            self.conn.fail(code, reason)
            self.handle_parser_exception()
            self._see_off()

    def _see_off(self) -> None:
        """Abort a slow close: a closed transport waits without limit until all data is read."""
        if self.transport.get_write_buffer_size():
            self.loop.call_later(_FAREWELL_S, self.transport.abort)
