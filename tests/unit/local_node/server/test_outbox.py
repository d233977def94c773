"""The outbox of a connection: order, cork, and no text that stays behind."""

from __future__ import annotations

import asyncio
import random
import threading
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from local_node.server.memory_limit import MAX_OUTGOING, MemoryLimit
from local_node.server.outbox import Outbox, OutboxState

PATIENCE_S = 60.0


def with_outbox(act: Callable[[Outbox, list[str]], Awaitable[None]]) -> list[str]:
    """What arrived, once `act` is over."""
    got: list[str] = []

    async def send(message: Any) -> None:
        await asyncio.sleep(0)
        got.append(message["text"])

    async def run() -> None:
        box = Outbox(send, MemoryLimit(MAX_OUTGOING))
        writing = asyncio.create_task(box.write())
        try:
            await asyncio.wait_for(act(box, got), PATIENCE_S)
        finally:
            writing.cancel()

    asyncio.run(run())
    return got


async def arrived(got: list[str], count: int) -> None:
    while len(got) < count:
        await asyncio.sleep(0.001)


def test_a_text_wakes_the_writer() -> None:
    async def act(box: Outbox, got: list[str]) -> None:
        box.put("a")
        await arrived(got, 1)
        assert box._state is OutboxState.IDLE
        assert box.held == 0

    assert with_outbox(act) == ["a"]


def test_corked_texts_wait_until_it_is_uncorked() -> None:
    async def act(box: Outbox, got: list[str]) -> None:
        box.cork()
        box.put("a")
        box.put("b")
        await asyncio.sleep(0.05)
        assert got == []
        assert box.held == 2
        box.uncork()
        await arrived(got, 2)

    assert with_outbox(act) == ["a", "b"]


def test_a_release_sends_what_was_kept_and_stays_corked() -> None:
    async def act(box: Outbox, got: list[str]) -> None:
        box.cork()
        box.put("a")
        box.release()
        await arrived(got, 1)
        box.put("b")
        await asyncio.sleep(0.05)
        assert got == ["a"]
        await box.flush()
        assert got == ["a", "b"]

    assert with_outbox(act) == ["a", "b"]


def test_what_is_put_while_texts_are_sent_is_sent_after_them() -> None:
    async def act(box: Outbox, got: list[str]) -> None:
        box.put("a")
        flushing = asyncio.create_task(box.flush())
        await asyncio.sleep(0)
        box.put("b")
        await box.flush()  # somebody else is sending
        await flushing
        await arrived(got, 2)

    assert with_outbox(act) == ["a", "b"]


def test_nothing_goes_out_of_a_closed_one() -> None:
    async def act(box: Outbox, got: list[str]) -> None:
        box.give_up()
        box.put("a")
        box.uncork()
        await asyncio.wait_for(box.given_up, PATIENCE_S)
        await box.flush()

    assert with_outbox(act) == []


def test_a_send_that_fails_leaves_it_at_rest() -> None:
    async def run() -> None:
        async def send(message: Any) -> None:
            raise OSError("broken")

        box = Outbox(send, MemoryLimit(MAX_OUTGOING))
        box.put("a")
        with pytest.raises(OSError, match="broken"):
            await box.flush()
        assert box._state is OutboxState.IDLE

    asyncio.run(run())


@pytest.mark.parametrize("seed", range(20))
def test_no_text_stays_behind_whatever_happens_in_between(seed: int) -> None:
    chance = random.Random(seed)
    texts = [str(number) for number in range(300)]

    async def act(box: Outbox, got: list[str]) -> None:
        def put() -> None:
            for text in texts:
                box.put(text)

        thread = threading.Thread(target=put)
        thread.start()
        while thread.is_alive():
            await chance.choice((_cork, _uncork, _release, Outbox.flush))(box)
        thread.join()
        box.uncork()
        await arrived(got, len(texts))

    assert with_outbox(act) == texts


async def _cork(box: Outbox) -> None:
    box.cork()
    await asyncio.sleep(0)


async def _uncork(box: Outbox) -> None:
    box.uncork()
    await asyncio.sleep(0)


async def _release(box: Outbox) -> None:
    box.release()
    await asyncio.sleep(0)
