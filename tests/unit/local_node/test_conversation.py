"""One client's way through the node: in order, in one go where it can be, and never without end."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from local_node import conversation
from local_node.metrics.traffic import Traffic
from local_node.rpc.peer import Peer

PATIENCE_S = 60.0


class Client:
    """The other end: what it sends, and what it got; with `is_deaf` it takes nothing in."""

    def __init__(self, texts: list[str], wanted: int, *, is_deaf: bool = False) -> None:
        self._texts = texts
        self._wanted = wanted
        self._is_deaf = is_deaf
        self._done = asyncio.Event()
        self.got: list[str] = []
        self.closed: list[int] = []

    async def receive(self) -> dict[str, Any]:
        if self._texts:
            return {"type": "websocket.receive", "text": self._texts.pop(0)}
        await self._done.wait()
        return {"type": "websocket.disconnect"}

    async def send(self, message: Any) -> None:
        if message["type"] == "websocket.close":
            self.closed.append(message["code"])
            return
        if self._is_deaf:
            await asyncio.Event().wait()
        self.got.append(message["text"])
        if len(self.got) == self._wanted:
            self._done.set()


def talk(
    client: Client,
    handle: conversation.Handle,
    is_at_once: Callable[[str | bytes], bool] = lambda text: False,
) -> None:
    async def both() -> None:
        with ThreadPoolExecutor(4) as workers:
            answering = conversation.Answering(handle, is_at_once, workers)
            talking = conversation.converse(answering, client.receive, client.send, Traffic())
            await asyncio.wait_for(talking, PATIENCE_S)

    asyncio.run(both())


def test_many_requests_are_answered_in_their_order() -> None:
    texts = [str(number) for number in range(2000)]
    client = Client(list(texts), wanted=len(texts))
    busy = threading.Lock()

    def handle(text: str | bytes, peer: Peer) -> None:
        assert busy.acquire(blocking=False), "two workers at a time"
        peer.send(str(text))
        busy.release()

    talk(client, handle)
    assert client.got == texts
    assert client.closed == []


def test_what_comes_from_many_threads_all_arrives() -> None:
    client = Client(["go"], wanted=400)

    def handle(text: str | bytes, peer: Peer) -> None:
        def push() -> None:
            for _ in range(100):
                peer.send("x")

        threads = [threading.Thread(target=push) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    talk(client, handle)
    assert client.got == ["x"] * 400


def test_who_never_takes_anything_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the line is blocked for good, so that nothing ever comes back from it."""
    monkeypatch.setattr(conversation, "MAX_BACKLOG", 1000)
    client = Client(["a", "b"], wanted=1, is_deaf=True)
    talk(client, lambda text, peer: peer.send("y" * 600))
    assert client.got == []
    assert client.closed == [1008]


def test_requests_that_nobody_waits_for_are_dropped() -> None:
    """The client is gone after the first answer; what it asked beside that is not begun."""
    handled: list[str | bytes] = []
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

        def handle(text: str | bytes, peer: Peer) -> None:
            handled.append(text)
            may_go_on.wait(PATIENCE_S)

        with ThreadPoolExecutor(1) as workers:
            await asyncio.wait_for(
                conversation.converse(
                    conversation.Answering(handle, lambda text: False, workers),
                    receive,
                    send,
                    Traffic(),
                ),
                PATIENCE_S,
            )

    asyncio.run(leave())
    assert handled == ["first"]


def test_what_waits_for_nobody_is_answered_where_it_comes_in_but_not_before_its_turn() -> None:
    texts = ["quick 0", "slow 1", "quick 2", "slow 3", *(f"quick {n}" for n in range(4, 40))]
    client = Client(list(texts), wanted=len(texts))
    places: dict[str, threading.Thread] = {}

    def handle(text: str | bytes, peer: Peer) -> None:
        places[str(text)] = threading.current_thread()
        peer.send(str(text))

    talk(client, handle, lambda text: str(text).startswith("quick"))
    assert client.got == texts
    assert places["quick 0"] is threading.main_thread()
    assert places["slow 1"] is not threading.main_thread()
    assert places["slow 3"] is not threading.main_thread()
