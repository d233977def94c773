"""The port: bound before anything runs, given back when it stops, deaf to clients that are."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import stat
import time
from collections.abc import Iterator

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from btsdk.errors import ConnectError
from local_node.embedded.open_chain import OpenChain
from local_node.rpc.context import Rpc
from local_node.rpc.dispatch import Dispatcher
from local_node.rpc.methods import Namespace
from local_node.rpc.peer import Subscription
from local_node.server import outbox
from local_node.server import server as server_module
from local_node.server.server import Server
from tests.wire import eventually

FLOOD = Namespace()
REQUEST = '{"jsonrpc":"2.0","id":1,"method":"system_chain"}'


@FLOOD.subscription("flood_subscribe", "flood_drop", "flood_unsubscribe")
def flood(rpc: Rpc, subscription: Subscription) -> None:
    """More than the sockets of both ends take in."""
    for _ in range(64):
        subscription.push("x" * (1 << 20))


@pytest.fixture
def hosted() -> Iterator[OpenChain]:
    opened = OpenChain(None)
    yield opened
    opened.close()


def test_a_port_is_free_again_after_stopping(hosted: OpenChain) -> None:
    first = Server(hosted.dispatcher)
    with connect(first.endpoint) as link:
        link.send(REQUEST)
        assert "Bittensor dev" in str(link.recv(timeout=60))
        first.stop()
        with pytest.raises(ConnectionClosed):
            link.recv(timeout=60)
    second = Server(hosted.dispatcher, port=first.port)
    with connect(second.endpoint) as link:
        link.send(REQUEST)
        assert "Bittensor dev" in str(link.recv(timeout=60))
    second.stop()


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 70_000), ("203.0.113.7", 0)])
def test_a_place_where_nobody_can_listen(hosted: OpenChain, host: str, port: int) -> None:
    with pytest.raises(ConnectError, match="cannot listen"):
        Server(hosted.dispatcher, host, port)


def test_small_answers_are_not_held_back(hosted: OpenChain) -> None:
    """Nagle's algorithm off, or a reply and a notification would be 40 ms apart."""
    server = Server(hosted.dispatcher)
    with connect(server.endpoint) as link:
        link.send(REQUEST)
        link.recv(timeout=60)
        ours = link.socket.getsockname()
        assert _holds_back(ours) == [False]
    server.stop()


def _holds_back(peer: object) -> list[bool]:
    """Whether Nagle's algorithm is on, for each TCP socket of this process that leads to `peer`."""
    found = []
    for number in _open_sockets():
        with socket.socket(fileno=os.dup(number)) as copy, contextlib.suppress(OSError):
            if copy.getpeername() == peer:
                found.append(not copy.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
    return found


def _open_sockets() -> Iterator[int]:
    for number in map(int, os.listdir("/dev/fd")):
        with contextlib.suppress(OSError):  # the listing itself was one of them
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                yield number


def read_all(link: ClientConnection) -> None:
    while True:
        link.recv(timeout=60)


def test_who_does_not_read_is_dropped(hosted: OpenChain, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbox, "MAX_BACKLOG", 1 << 20)
    dispatcher = Dispatcher(hosted.chain, hosted.dispatcher.rpc.identity, (FLOOD,))
    server = Server(dispatcher)
    with connect(server.endpoint, max_size=None) as lazy, connect(server.endpoint) as other:
        lazy.send('{"jsonrpc":"2.0","id":1,"method":"flood_subscribe"}')
        other.send(REQUEST)
        assert "Bittensor dev" in str(other.recv(timeout=60))
        with pytest.raises(ConnectionClosed):
            read_all(lazy)
    server.stop()


def test_who_asks_and_never_reads_gets_all_in_the_end_or_leaves_nothing(hosted: OpenChain) -> None:
    """What lies in memory is answered where it is asked; the answers are more than sockets hold."""
    hosted.chain.author_block(patch={b"much": bytes(1 << 18)})
    request = '{"jsonrpc":"2.0","id":1,"method":"state_getStorage","params":["0x6d756368"]}'
    server = Server(hosted.dispatcher)
    with connect(server.endpoint, max_size=None, max_queue=1) as lazy:
        for _ in range(64):
            lazy.send(request)
        with connect(server.endpoint) as other:
            other.send(REQUEST)
            assert "Bittensor dev" in str(other.recv(timeout=60))
        answers = {json.loads(lazy.recv(timeout=60))["result"] for _ in range(64)}
        assert answers == {"0x" + bytes(1 << 18).hex()}
        for _ in range(64):
            lazy.send(request)
        lazy.socket.shutdown(socket.SHUT_RDWR)
    eventually(lambda: server.watch.traffic.connections == 0)
    server.stop()


def test_stopping_does_not_wait_for_what_has_not_begun(
    hosted: OpenChain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_module, "_STOP_S", 600.0)
    begun = time.monotonic()
    Server(hosted.dispatcher).stop()
    assert time.monotonic() - begun < 300
