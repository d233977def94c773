"""Remotes that are slow, silent or odd, and many who ask at once."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from btsdk.errors import ConnectError, ConnectionLost
from local_node import LocalChain
from local_node.fork.errors import RemoteAway
from local_node.fork.http import HttpConnection, reached
from local_node.fork.remote import Remote
from local_node.fork.source import Source
from local_node.state.origin import ForkOrigin
from tests.unit.local_node.fork.opening import unread
from tests.unit.local_node.fork.proxy import Proxy
from tests.unit.local_node.fork.remotes import origin_of


class Busy(BaseHTTPRequestHandler):
    """A gateway that has no node for one at the moment."""

    def do_POST(self) -> None:
        self.send_error(503)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def test_an_origin_is_kept_whole(remote: LocalChain) -> None:
    origin = origin_of(remote.chain, remote.endpoint)
    assert ForkOrigin.decode(origin.encode()) == origin
    assert ForkOrigin.decode(origin._replace(proofs=False).encode()).proofs is False


def test_many_ask_at_once(remote: LocalChain) -> None:
    theirs = remote.chain.state()
    keys = theirs.keys()
    with LocalChain(fork=remote.endpoint) as fork, ThreadPoolExecutor(8) as workers:
        ours = fork.chain.state()
        assert list(workers.map(ours.get, keys * 2)) == list(map(theirs.get, keys * 2))


def test_who_waits_for_the_remote_keeps_nobody_else_waiting(remote: LocalChain) -> None:
    asked, let_go = threading.Event(), threading.Event()

    def hesitate(params: list[Any], answer: Any) -> Any:
        if params[0] == ["0x" + each.hex() for each in slow]:
            asked.set()
            let_go.wait(60)
        return answer

    slow: list[bytes] = []
    with (
        Proxy(remote.endpoint, state_getReadProof=hesitate) as proxy,
        LocalChain(fork=proxy.endpoint) as fork,
        ThreadPoolExecutor(1) as other,
    ):
        slow.append(unread(fork.chain, remote.chain))
        answer = other.submit(fork.chain.state().get, slow[0])
        assert asked.wait(60)
        assert fork.chain.state().get(b":code") == remote.chain.state().get(b":code")
        fork.chain.store.probe()  # a block could be written
        assert not answer.done()
        let_go.set()
        assert answer.result(60) == remote.chain.state().get(slow[0])


def test_a_remote_that_is_silent_is_waited_for_so_long(remote: LocalChain) -> None:
    let_go = threading.Event()

    def silent(params: list[Any], answer: Any) -> Any:
        let_go.wait(60)
        return answer

    with Proxy(remote.endpoint, state_getStorage=silent) as proxy:
        origin = origin_of(remote.chain, proxy.endpoint)
        source = Source(origin, Remote(proxy.endpoint, timeout=0.2))
        with pytest.raises(RemoteAway, match=r"needs data that it has not read"):
            source.ask(lambda node, at: node.value(b"key", at))
        let_go.set()
        source.close()


def test_http_says_what_is_the_matter(remote: LocalChain) -> None:
    url = "http" + remote.endpoint.removeprefix("ws")
    http = reached(url, 5)
    with pytest.raises(TimeoutError):
        http.receive(0)
    http.close()
    with pytest.raises(ConnectionLost, match="it was closed"):
        http.receive(1)
    with HTTPServer(("127.0.0.1", 0), Busy) as server:
        threading.Thread(target=server.handle_request, daemon=True).start()
        with pytest.raises(ConnectionLost, match="HTTP 503"):
            HttpConnection(f"http://127.0.0.1:{server.server_port}", 5).send("{}")
    with pytest.raises(ConnectError):
        reached("http://127.0.0.1:9", 5)
