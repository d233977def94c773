"""What a client may leave open or incomplete."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing

import pytest

from local_node.embedded.open_chain import OpenChain
from local_node.rpc.limits import Limits
from local_node.server.protocols import MAX_HEAD, MAX_PIPELINED
from local_node.server.server import Server

GET = b"GET /health HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """One that serves two connections."""
    opened = OpenChain(None, limits=Limits(connections=2))
    made = Server(opened.dispatcher)
    yield made
    made.stop()
    opened.close()


def connected(server: Server) -> socket.socket:
    return socket.create_connection(("127.0.0.1", server.port), timeout=30)


def status(link: socket.socket) -> bytes:
    """That of the next answer; empty if the connection was closed."""
    return link.recv(1 << 16).partition(b"\r\n")[0].removeprefix(b"HTTP/1.1 ")


def test_one_connection_too_many_is_told_so(server: Server) -> None:
    with closing(connected(server)) as first, closing(connected(server)) as second:
        for link in (first, second):
            link.sendall(GET)
            assert status(link) == b"200 OK"
        with closing(connected(server)) as third:
            third.sendall(GET)
            assert status(third) == b"429 Too Many Requests"
        first.sendall(GET)
        assert status(first) == b"200 OK"


def test_a_head_has_a_limit(server: Server) -> None:
    with closing(connected(server)) as link:
        link.sendall(b"GET / HTTP/1.1\r\nx-long: " + b"x" * (MAX_HEAD + 1))
        assert status(link) == b"431 Request Header Fields Too Large"


def test_so_many_requests_wait_for_the_one_ahead(server: Server) -> None:
    with closing(connected(server)) as link:
        link.sendall(GET * (MAX_PIPELINED * 4))
        received = b""
        while part := link.recv(1 << 16):
            received += part
    assert b"400 Bad Request" in received
