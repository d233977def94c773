"""Requests that no client would send: any header, any bytes, over plain sockets."""

from __future__ import annotations

import contextlib
import http.client
import json
import re
import socket
import urllib.parse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

JSON = "application/json"
PATIENCE_S = 60.0
TEXT, CONTINUATION, PING = 1, 0, 9


class Answer:
    """An answer over HTTP."""

    def __init__(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def json(self) -> Any:
        return json.loads(self.body)


def request(method: str, *params: Any, identifier: Any = 1) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": identifier, "method": method, "params": list(params)}


def ask(
    endpoint: str,
    method: str = "POST",
    body: bytes = b"",
    path: str = "/",
    headers: Iterable[tuple[str, str]] = (),
) -> Answer:
    """One request with just these headers, and the `Host` that belongs to the endpoint unless they
    have one."""
    host, port = place(endpoint)
    given = list(headers)
    connection = http.client.HTTPConnection(host, port, timeout=PATIENCE_S)
    try:
        names = {name.lower() for name, _ in given}
        connection.putrequest(method, path, skip_host="host" in names, skip_accept_encoding=True)
        for name, value in given:
            connection.putheader(name, value)
        connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, found, answer.read())
    finally:
        connection.close()


def place(endpoint: str) -> tuple[str, int]:
    address = urllib.parse.urlsplit(endpoint)
    assert address.hostname is not None
    assert address.port is not None
    return address.hostname, address.port


def upgrade_status(endpoint: str, **headers: str) -> int:
    """What the node answers to a WebSocket handshake with these headers; 101 where it takes it."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        with connect(endpoint, additional_headers=named):
            return 101
    except InvalidStatus as refused:
        return refused.response.status_code


@contextlib.contextmanager
def line(endpoint: str) -> Iterator[socket.socket]:
    """A plain connection."""
    with socket.create_connection(place(endpoint), timeout=PATIENCE_S) as opened:
        yield opened


@contextlib.contextmanager
def upgraded(endpoint: str) -> Iterator[socket.socket]:
    """A connection that speaks WebSocket from here on."""
    with line(endpoint) as opened:
        opened.sendall(
            b"GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
        )
        head = b""
        while b"\r\n\r\n" not in head:
            head += opened.recv(1)
        assert head.startswith(b"HTTP/1.1 101")
        yield opened


def frame(opcode: int, payload: bytes, *, final: bool = True, length: int | None = None) -> bytes:
    """A frame of a client, masked with zeros; `length` is what it says of itself."""
    size = len(payload) if length is None else length
    first = (0x80 if final else 0) | opcode
    if size < 126:
        head = bytes((first, 0x80 | size))
    elif size < 1 << 16:
        head = bytes((first, 0x80 | 126)) + size.to_bytes(2, "big")
    else:
        head = bytes((first, 0x80 | 127)) + size.to_bytes(8, "big")
    return head + bytes(4) + payload


def until_closed(opened: socket.socket) -> bytes:
    """What still comes until the other side closes."""
    parts = []
    with contextlib.suppress(ConnectionError):
        while part := opened.recv(65536):
            parts.append(part)
    return b"".join(parts)


def most_memory_mib(pid: int) -> int:
    """The most that a process ever had in memory."""
    status = Path(f"/proc/{pid}/status").read_text()
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert found is not None
    return int(found[1]) // 1024
