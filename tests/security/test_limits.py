"""What clients make the node hold: every limit at its edge, where it passes, and one beyond."""

from __future__ import annotations

import contextlib
import json
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from local_node.chain.modes import Manual
from local_node.embedded.open_chain import OpenChain
from local_node.rpc import limits as rpc_limits
from local_node.rpc.context import Rpc
from local_node.rpc.dispatch import Dispatcher
from local_node.rpc.limits import Limits
from local_node.rpc.methods import Namespace, Reply
from local_node.rpc.peer import Subscription
from local_node.server import memory_limit, outbox, protocols
from local_node.server.server import Server
from tests.node_process import NodeProcess
from tests.security.raw import (
    CONTINUATION,
    JSON,
    PATIENCE_S,
    PING,
    TEXT,
    Answer,
    ask,
    frame,
    line,
    most_memory_mib,
    request,
    until_closed,
    upgraded,
)
from tests.wire import eventually

VALUE = bytes(range(256)) * 4
LIMITS = Limits(
    connections=6,
    request_size=60_000,
    response_size=10_000,
    subscriptions_per_connection=3,
    batch_request_len=5,
)

Start = Callable[[], str]


@pytest.fixture(scope="module")
def hosted() -> Iterator[OpenChain]:
    """A chain that has some kilobytes under a few keys, behind small limits."""
    opened = OpenChain(None, limits=LIMITS)
    opened.chain.mode = Manual()
    opened.chain.author_block(patch={b"much" + bytes([n]): bytes([n]) + VALUE for n in range(20)})
    yield opened
    opened.close()


@pytest.fixture
def endpoint(hosted: OpenChain) -> Iterator[str]:
    served = Server(hosted.dispatcher)
    yield served.endpoint
    served.stop()


def post(endpoint: str, asked: Any) -> Answer:
    return ask(endpoint, body=json.dumps(asked).encode(), headers=(("Content-Type", JSON),))


def told(link: ClientConnection, asked: Any) -> Any:
    link.send(json.dumps(asked))
    return json.loads(link.recv(timeout=PATIENCE_S))


def both_ways(endpoint: str, asked: Any) -> Any:
    """The answer, which is the same over HTTP and over WebSocket."""
    with connect(endpoint) as link:
        answer = told(link, asked)
    assert post(endpoint, asked).json == answer
    return answer


def error(code: int, message: str, limit: int, identifier: Any = None) -> dict[str, Any]:
    found = {"code": code, "message": message, "data": f"Exceeded max limit of {limit}"}
    return {"jsonrpc": "2.0", "error": found, "id": identifier}


def storage(number: int, identifier: Any = 1) -> dict[str, Any]:
    key = "0x" + (b"much" + bytes([number])).hex()
    return request("state_getStorage", key, identifier=identifier)


FLOOD = Namespace()
FLOODED: list[int] = []


@FLOOD.subscription("flood_subscribe", "flood_drop", "flood_unsubscribe")
def flood(rpc: Rpc, subscription: Subscription, megabytes: int) -> Reply:
    """Tells so much at once; what sockets hold is little beside it."""

    def pour() -> None:
        for _ in range(megabytes):
            subscription.push("x" * (1 << 20))
        FLOODED.append(megabytes)

    return Reply(None, pour)


def is_closed_after(opened: socket.socket, data: bytes) -> bool:
    """Whether the other side has closed, to whom so much more is sent."""
    try:
        opened.sendall(data)
    except ConnectionError:
        return True
    return False


# Requests


def test_the_length_of_a_batch(endpoint: str) -> None:
    most = [request("system_name", identifier=n) for n in range(5)]
    assert len(both_ways(endpoint, most)) == 5
    more = both_ways(endpoint, [*most, {}])
    assert more == error(-32010, "The batch request was too large", 5)


def test_a_batch_that_is_refused_does_nothing(hosted: OpenChain, endpoint: str) -> None:
    head = hosted.chain.best
    both_ways(endpoint, [request("dev_newBlock") for _ in range(6)])
    assert hosted.chain.best == head


def test_batches_in_a_batch_are_no_way_around(endpoint: str) -> None:
    answers = both_ways(endpoint, [[request("system_name")] * 20] * 5)
    assert [answer["error"]["code"] for answer in answers] == [-32600] * 5


def test_the_size_of_a_request(endpoint: str) -> None:
    text = json.dumps(request("system_chain"))
    most = text + " " * (60_000 - len(text))
    answer = ask(endpoint, body=most.encode(), headers=(("Content-Type", JSON),))
    assert answer.json["result"] == "Bittensor dev"
    answer = ask(endpoint, body=most.encode() + b" ", headers=(("Content-Type", JSON),))
    assert answer.status == 413
    with connect(endpoint) as link:
        link.send(most)
        assert json.loads(link.recv(timeout=PATIENCE_S))["result"] == "Bittensor dev"
        link.send(most + " ")
        with pytest.raises(ConnectionClosed) as closed:
            link.recv(timeout=PATIENCE_S)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1009


# Answers


def test_the_size_of_an_answer(hosted: OpenChain, endpoint: str) -> None:
    around = len('{"jsonrpc":"2.0","result":"0x","id":1}')
    fits = (10_000 - around) // 2
    hosted.chain.author_block(patch={b"fits": bytes(fits), b"not": bytes(fits + 1)})
    answer = both_ways(endpoint, request("state_getStorage", "0x" + b"fits".hex()))
    assert len(json.dumps(answer, separators=(",", ":"))) == 10_000
    answer = both_ways(endpoint, request("state_getStorage", "0x" + b"not".hex()))
    assert answer == error(-32008, "Response is too big", 10_000, identifier=1)


def test_the_size_of_a_batchs_answer(endpoint: str) -> None:
    each = len(json.dumps(both_ways(endpoint, storage(0)), separators=(",", ":")))
    assert 4 * each < 10_000 < 5 * each
    assert len(both_ways(endpoint, [storage(n) for n in range(4)])) == 4
    more = both_ways(endpoint, [storage(n) for n in range(5)])
    assert more == error(-32011, "The batch response was too large", 10_000)


def test_what_stands_behind_the_limit_of_a_batch_is_not_done(
    hosted: OpenChain, endpoint: str
) -> None:
    """Also nobody keeps a subscription whose id nobody was told."""
    head = hosted.chain.best
    many = request("state_getKeysPaged", "0x", 100)
    batch = [request("chain_subscribeNewHeads"), many, many, many, request("dev_newBlock")]
    with connect(endpoint) as link:
        assert told(link, batch)["error"]["code"] == -32011
        assert hosted.chain.best == head
        for _ in range(3):  # all that there may be are free
            assert "result" in told(link, request("state_subscribeStorage", ["0x00"]))
            link.recv(timeout=PATIENCE_S)


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("state_getPairs", ["0x"]),
        ("state_getKeys", ["0x"]),
        ("state_queryStorageAt", [["0x00"] * 2500]),
        ("state_queryStorage", [["0x00"] * 2500, None]),
        ("chain_getBlockHash", [[0] * 3000]),
        ("state_getReadProof", [["0x" + (b"much" + bytes([n])).hex() for n in range(20)]]),
        ("state_call", ["Metadata_metadata", "0x"]),
        ("state_getMetadata", []),
        ("dev_dump", []),
    ],
)
def test_no_method_answers_more(
    hosted: OpenChain, endpoint: str, method: str, params: list[Any]
) -> None:
    if method == "state_queryStorage":
        params = [params[0], "0x" + hosted.chain.best.hash.hex()]
    answer = both_ways(endpoint, request(method, *params))
    assert answer == error(-32008, "Response is too big", 10_000, identifier=1)


def test_an_answer_that_is_refused_does_not_repeat_a_long_id(endpoint: str) -> None:
    answer = both_ways(endpoint, request("system_name", identifier="τ" * 3000))
    assert answer == error(-32008, "Response is too big", 10_000)


def test_all_answers_in_the_making(
    hosted: OpenChain, endpoint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = [storage(n) for n in range(4)]
    size = sum(len(json.dumps(it, separators=(",", ":"))) for it in both_ways(endpoint, batch))
    monkeypatch.setattr(rpc_limits, "MAX_MAKING", size)
    for _ in range(3):  # what was taken is given back
        assert len(both_ways(endpoint, batch)) == 4
    monkeypatch.setattr(rpc_limits, "MAX_MAKING", size - 1)
    for _ in range(3):
        busy = {"code": -32009, "message": "Server is busy, try again later"}
        assert both_ways(endpoint, batch) == {"jsonrpc": "2.0", "error": busy, "id": None}
    assert hosted.dispatcher.rpc.making.taken == 0


def test_subscriptions_of_a_connection(endpoint: str) -> None:
    subscribe = request("state_subscribeStorage", ["0x00"])
    with connect(endpoint) as link:
        for _ in range(3):
            assert "result" in told(link, subscribe)
            link.recv(timeout=PATIENCE_S)
        too_many = told(link, subscribe)["error"]
        assert (too_many["code"], too_many["data"]) == (-32006, "Exceeded max limit of 3")


# Connections


def test_connections_of_all_kinds_count(endpoint: str) -> None:
    with contextlib.ExitStack() as open_now:
        for _ in range(3):
            open_now.enter_context(connect(endpoint))
        idle = [open_now.enter_context(line(endpoint)) for _ in range(3)]
        time.sleep(0.1)
        refused = post(endpoint, request("system_chain"))
        assert (refused.status, refused.body[:20]) == (429, b"Too many connections")
        with pytest.raises(Exception, match="429"), connect(endpoint):
            pass
        idle[0].close()
        eventually(lambda: post(endpoint, request("system_chain")).status == 200)


@pytest.mark.parametrize(
    "begun",
    [
        b"",
        b"GET / HTTP/1.1\r\nHost: loc",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        b"Content-Length: 100\r\n\r\n{",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n",
    ],
    ids=["nothing", "head", "body", "chunks", "handshake"],
)
def test_a_request_that_never_ends(
    endpoint: str, begun: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protocols, "REQUEST_S", 0.5)
    with line(endpoint) as opened:
        opened.sendall(begun)
        assert until_closed(opened) == b""


def test_a_request_that_dribbles(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """That something comes now and then helps nobody."""
    monkeypatch.setattr(protocols, "REQUEST_S", 0.5)
    with line(endpoint) as opened:
        opened.sendall(b"GET / HTTP/1.1\r\n")
        assert eventually(lambda: is_closed_after(opened, b"X: y\r\n"), 30)


@pytest.mark.parametrize(
    "begun",
    [frame(TEXT, b"{", length=1000), frame(TEXT, b"{", final=False), b"\x81"],
    ids=["frame", "message", "length"],
)
def test_a_message_that_never_ends(
    endpoint: str, begun: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protocols, "REQUEST_S", 0.5)
    with upgraded(endpoint) as opened:
        opened.sendall(begun)
        assert until_closed(opened) == b""


def test_a_connection_that_rests_stays(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocols, "REQUEST_S", 0.2)
    with connect(endpoint) as link:
        assert "result" in told(link, request("system_chain"))
        time.sleep(0.6)
        assert "result" in told(link, request("system_chain"))


def test_a_head_without_end(endpoint: str) -> None:
    with line(endpoint) as opened:
        opened.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
        with contextlib.suppress(ConnectionError):
            for _ in range(100):
                opened.sendall(b"X-%s: y\r\n" % (b"a" * 1000))
        assert until_closed(opened)[:12] in (b"HTTP/1.1 431", b"")


def test_requests_that_do_not_wait_for_answers(endpoint: str) -> None:
    one = b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with line(endpoint) as opened:
        opened.sendall(one * protocols.MAX_PIPELINED)
        answers = b""
        while answers.count(b"200 OK") < protocols.MAX_PIPELINED:
            answers += opened.recv(4096)
    with line(endpoint) as opened:
        opened.sendall(one * 1000)
        assert until_closed(opened).count(b"200 OK") <= protocols.MAX_PIPELINED + 1


def test_fragments_without_end(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocols, "MAX_FRAGMENTS", 10)
    empty = frame(CONTINUATION, b"", final=False)
    text = json.dumps(request("system_chain")).encode()
    with upgraded(endpoint) as opened:
        opened.sendall(frame(TEXT, b"", final=False) + empty * 8 + frame(CONTINUATION, text))
        assert b"Bittensor dev" in opened.recv(4096)
        opened.sendall(frame(TEXT, b"", final=False) + empty * 20)
        assert until_closed(opened)[:1] == b"\x88"


# What is held for all clients together


def test_what_has_come_of_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bodies and frames that are withheld; those who ask for little are served meanwhile."""
    monkeypatch.setattr(memory_limit, "MAX_INCOMING", 300_000)
    wide = OpenChain(None)
    served = Server(wide.dispatcher)
    head = (
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        b"Content-Length: 180000\r\n\r\n"
    )
    with contextlib.ExitStack() as open_now:
        first = open_now.enter_context(line(served.endpoint))
        first.sendall(head + b" " * 150_000)
        second = open_now.enter_context(upgraded(served.endpoint))
        second.sendall(frame(TEXT, b" " * 100_000, length=200_000))
        time.sleep(0.3)
        third = open_now.enter_context(line(served.endpoint))
        third.sendall(head + b" " * 150_000)
        assert until_closed(third)[:12] == b"HTTP/1.1 503"
        fourth = open_now.enter_context(upgraded(served.endpoint))
        fourth.sendall(frame(TEXT, b" " * 150_000, length=200_000))
        assert until_closed(fourth)[:1] == b"\x88"
        assert post(served.endpoint, request("system_chain")).status == 200
        first.sendall(b" " * 30_000)  # who was there before goes on
        assert first.recv(4096).startswith(b"HTTP/1.1 200")
    served.stop()
    wide.close()


def test_what_all_clients_do_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one for whom most is held is dropped; the others keep what they have."""
    monkeypatch.setattr(memory_limit, "MAX_OUTGOING", 24 << 20)
    opened = OpenChain(None)
    dispatcher = Dispatcher(opened.chain, opened.dispatcher.rpc.identity, (FLOOD,))
    served = Server(dispatcher)
    with contextlib.ExitStack() as open_now:
        small, large = (
            open_now.enter_context(connect(served.endpoint, max_size=None, max_queue=1))
            for _ in range(2)
        )
        small.send(json.dumps(request("flood_subscribe", 6)))
        eventually(lambda: len(FLOODED) == 1)
        large.send(json.dumps(request("flood_subscribe", 40)))
        eventually(lambda: len(FLOODED) == 2)
        with pytest.raises(ConnectionClosed):
            take(large, 41)
        take(small, 7)
    served.stop()
    opened.close()


def take(link: ClientConnection, count: int) -> None:
    for _ in range(count):
        link.recv(timeout=PATIENCE_S)


def test_an_answer_that_nobody_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Over HTTP: it is handed over as it is taken, and given up where that ends."""
    monkeypatch.setattr(protocols, "UNTAKEN_S", 0.5)
    opened = OpenChain(None)
    opened.chain.author_block(patch={b"much": bytes(7 << 20)})
    served = Server(opened.dispatcher)
    body = json.dumps(request("state_getStorage", "0x" + b"much".hex())).encode()
    head = (
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        b"Content-Length: %d\r\n\r\n" % len(body)
    )
    with line(served.endpoint) as lazy:
        lazy.sendall(head + body)
        time.sleep(3)
        assert len(until_closed(lazy)) < 14 << 20
    answer = ask(served.endpoint, body=body, headers=(("Content-Type", JSON),))
    assert len(answer.json["result"]) == (14 << 20) + 2
    served.stop()
    opened.close()


def test_pings_of_who_does_not_read(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocols, "MAX_PONGS", 100_000)
    pings = frame(PING, bytes(125)) * 2000
    with upgraded(endpoint) as opened:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        assert any(is_closed_after(opened, pings) for _ in range(200))


def test_the_backlog_of_one_client_is_bounded_as_it_was() -> None:
    assert outbox.MAX_BACKLOG < memory_limit.MAX_OUTGOING


# In all


@pytest.fixture
def node(tmp_path: Path) -> Iterator[NodeProcess]:
    started = NodeProcess("dev", tmp_path / "dev.chain")
    yield started
    assert started.stop() == 0


@pytest.mark.slow
def test_many_small_batches_do_not_take_the_memory(node: NodeProcess) -> None:
    """Each asks for 290 MB of answers; some of those who ask read, and some do not."""
    batch = json.dumps([request("state_getMetadata", identifier=n) for n in range(1024)])
    small = json.dumps([request("state_getMetadata", identifier=n) for n in range(40)])
    before = most_memory_mib(node.pid)
    with contextlib.ExitStack() as open_now:
        links = [
            open_now.enter_context(
                connect(node.endpoint, max_size=None, max_queue=1, close_timeout=0.1)
            )
            for _ in range(40)
        ]
        for link in links:
            with contextlib.suppress(ConnectionClosed):
                for _ in range(5):
                    link.send(batch)
                    link.send(small)
        for link in links[:5]:
            with contextlib.suppress(ConnectionClosed):
                answer = json.loads(link.recv(timeout=PATIENCE_S))
                assert answer["error"]["code"] in (-32011, -32009)
        assert post(node.endpoint, request("system_chain")).status == 200
        after = most_memory_mib(node.pid)
    assert after - before < 1000, (before, after)


@pytest.mark.slow
def test_a_batch_of_megabytes_does_not_either(node: NodeProcess) -> None:
    """What is small as text may be large as objects, many times over where many send it."""
    texts = (
        "[" + "{}," * 4_000_000 + "{}]",
        '{"id":1,"method":"x","params":[' + "[]," * 4_000_000 + "[]]}",
    )
    before = most_memory_mib(node.pid)

    def send(number: int) -> None:
        body = texts[number % 2].encode()
        with contextlib.suppress(ConnectionError):  # refused while it sends
            answer = ask(node.endpoint, body=body, headers=(("Content-Type", JSON),))
            assert answer.status == 503 or answer.json["error"]["code"] in (-32010, -32601)

    with ThreadPoolExecutor(16) as senders:
        list(senders.map(send, range(16)))
    after = most_memory_mib(node.pid)
    assert after - before < 1500, (before, after)
