"""Clients that send garbage, half of something, far too much, or never listen: others are served.

Each of them is on while somebody polite asks on; no question may go unanswered.
"""

from __future__ import annotations

import contextlib
import json
import random
import socket
import threading
import urllib.parse
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.endurance.counted_node import CountedNode
from tests.runtimes import RUNTIMES
from tests.wire import eventually, wire

HANDSHAKE = (
    "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
HUGE = 100 * 1024 * 1024
MASKED_TEXT, LENGTH_IN_64_BITS = 0x81, 0xFF
SUBSCRIPTIONS, WIRES = 10_000, 10

Rude = Callable[[str], None]


@pytest.fixture(scope="module", params=RUNTIMES)
def node(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[CountedNode]:
    started = CountedNode(tmp_path_factory.mktemp("rude") / "one.chain", request.param)
    yield started
    assert started.stop() == 0


class Polite(threading.Thread):
    """Asks a question after the other; `answers` counts."""

    def __init__(self, endpoint: str) -> None:
        super().__init__(daemon=True)
        self._endpoint = endpoint
        self._over = threading.Event()
        self.answers = 0
        self.start()

    def run(self) -> None:
        with wire(self._endpoint) as link:
            while not self._over.is_set():
                assert link.call("system_chain").startswith("Bittensor")
                assert link.call("state_getRuntimeVersion")["specName"] == "node-subtensor"
                self.answers += 1

    def goes_on(self) -> None:
        """Wait until it has heard more than it had."""
        before = self.answers
        eventually(lambda: self.answers > before + 1)

    def stop(self) -> None:
        self._over.set()
        self.join(30)
        assert not self.is_alive()


def plain(endpoint: str) -> socket.socket:
    address = urllib.parse.urlsplit(endpoint)
    assert address.hostname is not None
    assert address.port is not None
    return socket.create_connection((address.hostname, address.port), timeout=30)


def upgraded(endpoint: str) -> socket.socket:
    line = plain(endpoint)
    line.sendall(HANDSHAKE.encode())
    head = b""
    while b"\r\n\r\n" not in head:
        head += line.recv(4096)
    assert head.startswith(b"HTTP/1.1 101")
    return line


def pour(line: socket.socket, size: int) -> None:
    """Send so many bytes, or as many as the other side takes."""
    with contextlib.suppress(OSError):
        for _ in range(size // (1 << 20)):
            line.sendall(bytes(1 << 20))


def drained(line: socket.socket) -> bytes:
    """What still comes until the other side closes."""
    parts = []
    with contextlib.suppress(ConnectionResetError):
        while part := line.recv(65536):
            parts.append(part)
    return b"".join(parts)


def garbage(endpoint: str) -> None:
    chance = random.Random(3)
    for size in (1, 7, 100, 10_000):
        with plain(endpoint) as line:
            line.sendall(chance.randbytes(size) + b"\r\n\r\n")
            line.shutdown(socket.SHUT_WR)
            drained(line)


def garbage_after_the_handshake(endpoint: str) -> None:
    chance = random.Random(4)
    for size in (2, 50, 5000):
        with upgraded(endpoint) as line:
            line.sendall(chance.randbytes(size))
            line.shutdown(socket.SHUT_WR)
            drained(line)


def half_a_frame(endpoint: str) -> None:
    """A header that promises a megabyte, ten bytes of it, and then nothing, a hundred times."""
    lines = [upgraded(endpoint) for _ in range(100)]
    for line in lines:
        frame = bytes((MASKED_TEXT, LENGTH_IN_64_BITS)) + (1 << 20).to_bytes(8, "big") + bytes(14)
        line.sendall(frame)
    for line in lines:
        line.close()


def half_a_request(endpoint: str) -> None:
    lines = [plain(endpoint) for _ in range(100)]
    for line in lines:
        line.sendall(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{")
    for line in lines:
        line.close()


def a_huge_message(endpoint: str) -> None:
    """Refused by its length, before it has come."""
    with upgraded(endpoint) as line:
        line.sendall(bytes((MASKED_TEXT, LENGTH_IN_64_BITS)) + HUGE.to_bytes(8, "big") + bytes(4))
        pour(line, HUGE)
        with contextlib.suppress(OSError):
            assert drained(line)[:1] in (b"\x88", b"")


def a_huge_body(endpoint: str) -> None:
    with plain(endpoint) as line:
        kind = "Content-Type: application/json"
        head = f"POST / HTTP/1.1\r\nHost: localhost\r\n{kind}\r\nContent-Length: {HUGE}\r\n\r\n"
        line.sendall(head.encode())
        pour(line, HUGE)
        with contextlib.suppress(OSError):
            assert drained(line)[:12] in (b"HTTP/1.1 413", b"")


def a_deep_request(endpoint: str) -> None:
    with connect(endpoint) as link:
        for text in ("[" * 100_000, '{"a":' * 100_000, "[" * 50_000 + "]" * 50_000):
            link.send(text)
            assert json.loads(link.recv(timeout=30))["error"]["code"] in (-32700, -32600)


def a_wide_batch(endpoint: str) -> None:
    request = {"jsonrpc": "2.0", "id": 1, "method": "system_name", "params": []}
    with connect(endpoint, max_size=None) as link:
        link.send(json.dumps([request] * 50_000))
        assert json.loads(link.recv(timeout=60))["error"]["code"] == -32010
        link.send(json.dumps([request] * 1024))
        assert len(json.loads(link.recv(timeout=60))) == 1024


def a_batch_of_large_answers(endpoint: str) -> None:
    """A few kilobytes that ask for hundreds of megabytes."""
    request = {"jsonrpc": "2.0", "id": 1, "method": "state_getMetadata", "params": []}
    with connect(endpoint, max_size=None) as link:
        link.send(json.dumps([request] * 1024))
        assert json.loads(link.recv(timeout=60))["error"]["code"] == -32011


def who_never_listens(endpoint: str) -> None:
    """Ten of them ask for 1 GB of answers together, and read nothing."""
    with contextlib.ExitStack() as lines:
        text = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "state_getMetadata"})
        for _ in range(10):
            link = lines.enter_context(
                connect(endpoint, max_size=None, max_queue=1, close_timeout=0.1)
            )
            with contextlib.suppress(ConnectionClosed):
                for _ in range(50):
                    link.send(text)


RUDE: tuple[Rude, ...] = (
    garbage,
    garbage_after_the_handshake,
    half_a_frame,
    half_a_request,
    a_huge_message,
    a_huge_body,
    a_deep_request,
    a_wide_batch,
    a_batch_of_large_answers,
    who_never_listens,
)


@pytest.mark.slow
@pytest.mark.parametrize("rude", RUDE, ids=lambda rude: rude.__name__)
def test_others_are_served_meanwhile(node: CountedNode, rude: Rude) -> None:
    before = node.census()
    polite = Polite(node.endpoint)
    polite.goes_on()
    rude(node.endpoint)
    polite.goes_on()
    polite.stop()
    eventually(lambda: node.census().sockets <= before.sockets)
    eventually(lambda: node.census().tasks <= before.tasks)


def subscribed(link: ClientConnection, count: int) -> None:
    request = {"jsonrpc": "2.0", "method": "chain_subscribeNewHeads", "params": []}
    for number in range(count):
        link.send(json.dumps({**request, "id": number}))
    answers = heard = 0
    while answers < count or heard < count:
        message = json.loads(link.recv(timeout=60))
        answers += "result" in message
        heard += "params" in message


@pytest.mark.slow
def test_ten_thousand_subscriptions_hear_of_a_block(node: CountedNode) -> None:
    before = node.census()
    with contextlib.ExitStack() as lines, wire(node.endpoint) as link:
        link.call("dev_setBlockBuildMode", "Manual")
        links = [lines.enter_context(connect(node.endpoint, max_queue=None)) for _ in range(WIRES)]
        for each in links:
            subscribed(each, SUBSCRIPTIONS // WIRES)
        block = link.call("dev_newBlock")
        number = link.call("chain_getHeader", block)["number"]
        for each in links:
            for _ in range(SUBSCRIPTIONS // WIRES):
                message = json.loads(each.recv(timeout=60))
                assert message["params"]["result"]["number"] == number
        link.call("dev_setBlockBuildMode", "Instant", 1)
    eventually(lambda: node.census().subscriptions <= before.subscriptions)


def test_the_census_counts_what_is_there(tmp_path: Path) -> None:
    """A leak could not go unseen: whoever is connected and subscribed is counted."""
    node = CountedNode(tmp_path / "dev.chain")
    before = node.census()
    with wire(node.endpoint) as link:
        link.call("chain_subscribeNewHeads")
        now = node.census()
        assert (now.peers, now.subscriptions) == (before.peers + 1, before.subscriptions + 1)
        assert now.sockets > before.sockets
        assert now.tasks > before.tasks
    eventually(lambda: node.census().subscriptions == before.subscriptions)
    assert node.stop() == 0
