"""One client's way through the node: in order, in one go where it can be, and never without end."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from typing import Any

import pytest

from local_node.rpc.peer import Peer
from local_node.rpc.request import Request
from local_node.rpc.routing import Route
from local_node.server import connection, outbox, submission_queue
from local_node.server.memory_limit import MAX_INCOMING, MAX_OUTGOING, MemoryLimit
from local_node.server.metrics.traffic import Traffic
from local_node.server.submission_queue import SubmissionQueue

PATIENCE_S = 60.0


class Client:
    """The other end: what it sends, and what it got; with `is_deaf` it takes nothing in."""

    def __init__(self, texts: list[str], wanted: int, *, is_deaf: bool = False) -> None:
        self._texts = texts
        self._wanted = wanted
        self._is_deaf = is_deaf
        self._done = asyncio.Event()
        self._news = threading.Condition()
        self.has_asked = threading.Event()
        self.got: list[str] = []
        self.closed: list[int] = []

    def wait_for(self, count: int) -> list[str]:
        """What it got, as soon as there is so much."""
        with self._news:
            assert self._news.wait_for(lambda: len(self.got) >= count, PATIENCE_S)
            return list(self.got)

    async def receive(self) -> dict[str, Any]:
        if self._texts:
            return {"type": "websocket.receive", "text": self._texts.pop(0)}
        self.has_asked.set()
        await self._done.wait()
        return {"type": "websocket.disconnect"}

    async def send(self, message: Any) -> None:
        if message["type"] == "websocket.close":
            self.closed.append(message["code"])
            return
        if self._is_deaf:
            await asyncio.Event().wait()
        with self._news:
            self.got.append(message["text"])
            self._news.notify_all()
        if len(self.got) == self._wanted:
            self._done.set()


def routes(request: Request) -> Route:
    """The route that the text's first word names, otherwise a worker."""
    word = text_of(request).partition(" ")[0]
    return {"quick": Route.INLINE, "intake": Route.SUBMISSION}.get(word, Route.WORKER)


def text_of(request: Request) -> str:
    return str(request._text)


def answering(handle: Callable[[str, Peer], None]) -> connection.Handle:
    """A handler of requests from one of texts."""

    def handle_request(request: Request, peer: Peer) -> None:
        handle(text_of(request), peer)

    return handle_request


def talk(handle: Callable[[str, Peer], None], *clients: Client, is_free: bool = False) -> None:
    """Let the clients have their say at the same time, each on its own connection; turns are taken
    in the loop's thread if the chain is said to be free."""

    async def all_of_them() -> None:
        with ThreadPoolExecutor(5) as workers:
            queue = SubmissionQueue(lambda: nullcontext(is_free), workers)
            handlers = connection.Handlers(
                answering(handle),
                routes,
                queue,
                workers,
                MemoryLimit(MAX_INCOMING),
                MemoryLimit(MAX_OUTGOING),
            )
            talking = [
                connection.serve_connection(handlers, client.receive, client.send, Traffic())
                for client in clients
            ]
            await asyncio.wait_for(asyncio.gather(*talking), PATIENCE_S)

    asyncio.run(all_of_them())


def test_many_requests_are_answered_in_their_order() -> None:
    texts = [str(number) for number in range(2000)]
    client = Client(list(texts), wanted=len(texts))
    busy = threading.Lock()

    def handle(text: str, peer: Peer) -> None:
        assert busy.acquire(blocking=False), "two workers at a time"
        peer.send(str(text))
        busy.release()

    talk(handle, client)
    assert client.got == texts
    assert client.closed == []


def test_what_comes_from_many_threads_all_arrives() -> None:
    client = Client(["go"], wanted=400)

    def handle(text: str, peer: Peer) -> None:
        def push() -> None:
            for _ in range(100):
                peer.send("x")

        threads = [threading.Thread(target=push) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    talk(handle, client)
    assert client.got == ["x"] * 400


def test_who_never_takes_anything_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the line is blocked for good, so that nothing ever comes back from it."""
    monkeypatch.setattr(outbox, "MAX_BACKLOG", 1000)
    client = Client(["a", "b"], wanted=1, is_deaf=True)
    talk(lambda text, peer: peer.send("y" * 600), client)
    assert client.got == []
    assert client.closed == [1008]


def test_what_was_put_while_a_client_was_slow_to_take_its_answer_goes_out_too() -> None:
    """The answer is sent by the task that listens; the news come from elsewhere meanwhile."""
    client = Client(["quick 0", "quick 1"], wanted=4)
    takes = client.send
    peers: list[Peer] = []

    async def send(message: Any) -> None:
        if message.get("text") == "quick 0":
            for news in ("news 0", "news 1"):
                await asyncio.to_thread(peers[0].send, news)
                await asyncio.sleep(0)
        await takes(message)

    client.send = send  # type: ignore[method-assign]

    def handle(text: str, peer: Peer) -> None:
        peers.append(peer)
        peer.send(str(text))

    talk(handle, client)
    assert client.got == ["quick 0", "news 0", "news 1", "quick 1"]


def test_requests_that_nobody_waits_for_are_dropped() -> None:
    """The client is gone after the first answer; what it asked beside that is not begun."""
    handled: list[str] = []
    may_go_on = threading.Event()

    async def leave() -> None:
        asked = iter(["first", "second", "third"])

        def hop(left: int) -> None:
            if left:
                asyncio.get_running_loop().call_soon(hop, left - 1)
            else:
                may_go_on.set()

        async def receive() -> dict[str, Any]:
            text = next(asked, None)
            if text is not None:
                return {"type": "websocket.receive", "text": text}
            hop(50)  # turns of the loop: more than the end of a conversation needs
            return {"type": "websocket.disconnect"}

        async def send(message: Any) -> None: ...

        def handle(text: str, peer: Peer) -> None:
            handled.append(text)
            may_go_on.wait(PATIENCE_S)

        with ThreadPoolExecutor(1) as workers:
            queue = SubmissionQueue(lambda: nullcontext(False), workers)
            handlers = connection.Handlers(
                answering(handle),
                routes,
                queue,
                workers,
                MemoryLimit(MAX_INCOMING),
                MemoryLimit(MAX_OUTGOING),
            )
            await asyncio.wait_for(
                connection.serve_connection(handlers, receive, send, Traffic()), PATIENCE_S
            )

    asyncio.run(leave())
    assert handled == ["first"]


def test_what_waits_for_nobody_is_answered_where_it_comes_in_but_not_before_its_turn() -> None:
    texts = ["quick 0", "slow 1", "quick 2", "slow 3", *(f"quick {n}" for n in range(4, 40))]
    client = Client(list(texts), wanted=len(texts))
    places: dict[str, threading.Thread] = {}

    def handle(text: str, peer: Peer) -> None:
        places[str(text)] = threading.current_thread()
        peer.send(str(text))

    talk(handle, client)
    assert client.got == texts
    assert places["quick 0"] is threading.main_thread()
    assert places["slow 1"] is not threading.main_thread()
    assert places["slow 3"] is not threading.main_thread()


@pytest.mark.parametrize("is_free", [True, False])
def test_one_turn_at_a_time_is_taken_and_each_client_is_answered_in_its_order(
    is_free: bool,
) -> None:
    texts = [f"{'intake' if number % 7 else 'slow'} {number}" for number in range(200)]
    clients = [Client(list(texts), wanted=len(texts)) for _ in range(4)]
    turn, is_here = threading.Lock(), set()

    def handle(text: str, peer: Peer) -> None:
        if str(text).startswith("intake"):
            assert turn.acquire(blocking=False), "two turns at a time"
            is_here.add(threading.current_thread() is threading.main_thread())
            turn.release()
        peer.send(str(text))

    talk(handle, *clients, is_free=is_free)
    assert [client.got for client in clients] == [texts] * 4
    assert is_here == {is_free}


@pytest.mark.parametrize("is_free", [True, False])
def test_who_brings_more_than_a_turn_is_for_lets_others_go_first(
    is_free: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(submission_queue, "JOB_S", -1.0)
    first, second = Client(["intake a"] * 20, wanted=20), Client(["intake b"] * 20, wanted=20)
    answered: list[str] = []

    def handle(text: str, peer: Peer) -> None:
        answered.append(str(text))
        peer.send(str(text))

    talk(handle, first, second, is_free=is_free)
    assert answered == ["intake a", "intake b"] * 20


def test_between_the_slices_of_a_turn_others_are_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also by way of the loop's thread, and at once."""
    monkeypatch.setattr(submission_queue, "JOB_S", PATIENCE_S)
    monkeypatch.setattr(submission_queue, "SLICE_S", -1.0)
    sender = Client([f"intake {number}" for number in range(20)], wanted=20)
    reader = Client([f"quick {number}" for number in range(5)], wanted=5)
    read_before_the_end: list[int] = []

    def handle(text: str, peer: Peer) -> None:
        peer.send(str(text))
        if text == "intake 19":
            read_before_the_end.append(len(reader.got))

    talk(handle, sender, reader, is_free=True)
    assert read_before_the_end == [5]


def test_the_answers_of_a_turn_go_out_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(submission_queue, "JOB_S", PATIENCE_S)
    client = Client([f"intake {number}" for number in range(5)], wanted=5)
    out_before_the_end: list[int] = []

    def handle(text: str, peer: Peer) -> None:
        assert client.has_asked.wait(PATIENCE_S)
        peer.send(str(text))
        out_before_the_end.append(len(client.got))

    talk(handle, client)
    assert client.got == [f"intake {number}" for number in range(5)]
    assert out_before_the_end == [0] * 5


@pytest.mark.parametrize("lane", ["slow", "intake"])
def test_an_answer_does_not_wait_for_the_next_one_that_takes_long(lane: str) -> None:
    client = Client([f"{lane} 0", f"{lane} 1"], wanted=2)
    seen: list[list[str]] = []

    def handle(text: str, peer: Peer) -> None:
        if text == f"{lane} 1":
            seen.append(client.wait_for(1))
        peer.send(str(text))

    talk(handle, client)
    assert seen == [[f"{lane} 0"]]


def test_news_from_elsewhere_do_not_wait_for_a_turn_that_takes_long() -> None:
    client = Client(["intake 0"], wanted=2)
    seen: list[list[str]] = []

    def handle(text: str, peer: Peer) -> None:
        threading.Thread(target=peer.send, args=("news",)).start()
        seen.append(client.wait_for(1))
        peer.send(str(text))

    talk(handle, client)
    assert seen == [["news"]]


def test_who_never_takes_anything_is_given_up_in_a_turn_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(outbox, "MAX_BACKLOG", 1000)
    monkeypatch.setattr(submission_queue, "JOB_S", PATIENCE_S)
    client = Client(["intake a", "intake b"], wanted=1, is_deaf=True)
    talk(lambda text, peer: peer.send("y" * 600), client)
    assert client.closed == [1008]
