"""Thousands of blocks, and clients that come, subscribe and vanish: nothing piles up."""

from __future__ import annotations

import contextlib
import json
import random
import socket
import struct
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.endurance.counted_node import Census, CountedNode
from tests.runtimes import RUNTIMES, Ground
from tests.wire import eventually, wire

BLOCKS = 20_000
WARM = 6_000
"""After so many blocks every cache of the node is as full as it gets."""
FEWER = 10
"""A compiled runtime makes a tenth of them: a block of its own takes longer."""
AT_A_TIME = 50
CLIENTS = 50
SPARE = 16 * 1024
"""KiB that the threads of a burst of clients may need besides."""

NUMBER = "0x26aa394eea5630e07c48ae0c9558cef702a5c1b19ab7a04f536c519aca4983ac"
"""Where the block's number lies; it changes with each block."""
REQUESTS: tuple[tuple[str, list[Any]], ...] = (
    ("chain_subscribeNewHeads", []),
    ("chain_subscribeFinalizedHeads", []),
    ("state_subscribeStorage", [[NUMBER]]),
    ("state_subscribeRuntimeVersion", []),
    ("chainHead_v1_follow", [True]),
    ("chainHead_v1_follow", [False]),
)


@pytest.fixture
def node(tmp_path: Path, ground: Ground) -> Iterator[CountedNode]:
    started = CountedNode(tmp_path / "soak.chain", ground)
    yield started
    assert started.stop() == 0


class Visitors(threading.Thread):
    """Fifty clients at a time, each of which subscribes, hears a little, and is gone: some say
    goodbye, some drop the line, some never read what they asked for."""

    def __init__(self, endpoint: str) -> None:
        super().__init__(daemon=True)
        self._endpoint = endpoint
        self._chance = random.Random(7)
        self._over = threading.Event()
        self.come = 0
        self.start()

    def run(self) -> None:
        here: list[tuple[ClientConnection, contextlib.ExitStack]] = []
        while not self._over.wait(0.05):
            here.append(self._visit())
            if len(here) >= CLIENTS:
                self._leave(*here.pop(self._chance.randrange(len(here))))
        for each in here:
            self._leave(*each)

    def stop(self) -> None:
        self._over.set()
        self.join(30)
        assert not self.is_alive()

    def _visit(self) -> tuple[ClientConnection, contextlib.ExitStack]:
        stay = contextlib.ExitStack()
        link = stay.enter_context(
            connect(
                self._endpoint, max_size=None, max_queue=1, close_timeout=0.1, ping_interval=None
            )
        )
        self.come += 1
        for number in range(self._chance.randint(1, 2)):
            method, params = self._chance.choice(REQUESTS)
            request = {"jsonrpc": "2.0", "id": number, "method": method, "params": params}
            link.send(json.dumps(request))
        with contextlib.suppress(TimeoutError):
            for _ in range(self._chance.randint(0, 5)):
                link.recv(timeout=0.05)
        return link, stay

    def _leave(self, link: ClientConnection, stay: contextlib.ExitStack) -> None:
        if self._chance.random() < 0.5:
            with contextlib.suppress(ConnectionClosed, OSError):
                reset = struct.pack("ii", 1, 0)
                link.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, reset)
                link.socket.close()
        with contextlib.suppress(ConnectionClosed, OSError):
            stay.close()


@pytest.mark.slow
@pytest.mark.parametrize("ground", RUNTIMES)
def test_nothing_piles_up_in_thousands_of_blocks(node: CountedNode, ground: Ground) -> None:
    blocks, ready = (BLOCKS, WARM) if not ground.is_compiled else (BLOCKS // FEWER, WARM // FEWER)
    with wire(node.endpoint) as link:
        link.call("dev_setBlockBuildMode", "Manual")
        first = node.census()
        visitors = Visitors(node.endpoint)
        made, warm = 0, first
        while made < blocks:
            link.call("dev_newBlock", AT_A_TIME)
            made += AT_A_TIME
            if made == ready:
                warm = node.census()
        visitors.stop()
        assert visitors.come > 4 * CLIENTS
        assert int(link.call("chain_getHeader")["number"], 16) >= blocks
        last = eventually(lambda: quiet(node.census(), first))
        assert last.memory <= 1.1 * warm.memory + SPARE


def quiet(now: Census, first: Census) -> Census | None:
    """The census once all visitors are forgotten: nothing is left of them but idle threads."""
    is_quiet = (
        now.sockets <= first.sockets
        and now.tasks <= first.tasks
        and now.peers <= first.peers
        and now.subscriptions <= first.subscriptions
    )
    return now if is_quiet else None
