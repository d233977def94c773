"""Turns: one at a time, here or by a worker, and never lost."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext

import pytest

from local_node.server import submission_queue
from local_node.server.submission_queue import SubmissionQueue

PATIENCE_S = 60.0


def taking_turns(
    is_free: Callable[[], bool], then: Callable[[SubmissionQueue], Awaitable[None]]
) -> None:
    """Do something with the turns of a loop in this thread."""

    async def here() -> None:
        with ThreadPoolExecutor(2) as workers:
            await then(SubmissionQueue(lambda: nullcontext(is_free()), workers))

    asyncio.run(asyncio.wait_for(here(), PATIENCE_S))


def in_the_loop() -> bool:
    return threading.current_thread() is threading.main_thread()


@pytest.mark.parametrize("is_free", [True, False])
def test_what_is_called_in_a_turn_answers(is_free: bool) -> None:
    async def then(queue: SubmissionQueue) -> None:
        answers = await asyncio.gather(
            *(queue.call(lambda n=n: (n, in_the_loop())) for n in (1, 2))
        )
        assert answers == [(1, is_free), (2, is_free)]

    taking_turns(lambda: is_free, then)


@pytest.mark.parametrize("is_free", [True, False])
def test_an_error_is_for_whoever_waits_and_the_next_turn_begins(is_free: bool) -> None:
    def fail() -> bool:
        raise LookupError("nothing here")

    async def then(queue: SubmissionQueue) -> None:
        failing, next_one = queue.queue(fail), queue.call(lambda: "there")
        with pytest.raises(LookupError, match="nothing here"):
            await failing
        assert await next_one == "there"

    taking_turns(lambda: is_free, then)


def test_a_chain_that_cannot_be_held_stops_nobodys_turn_but_one() -> None:
    answers = iter([OSError("no such disk"), True])

    def is_free() -> bool:
        answer = next(answers)
        if isinstance(answer, OSError):
            raise answer
        return answer

    async def then(queue: SubmissionQueue) -> None:
        failing, next_one = queue.queue(lambda: False), queue.call(lambda: "there")
        with pytest.raises(OSError, match="no such disk"):
            await failing
        assert await next_one == "there"

    taking_turns(is_free, then)


def test_a_turn_goes_on_elsewhere_when_the_chain_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(submission_queue, "JOB_S", PATIENCE_S)
    monkeypatch.setattr(submission_queue, "SLICE_S", -1.0)
    free: Iterator[bool] = iter([True, True, False])
    places: list[bool] = []

    def work() -> bool:
        places.append(in_the_loop())
        return len(places) < 10

    async def then(queue: SubmissionQueue) -> None:
        await queue.queue(work)

    taking_turns(lambda: next(free), then)
    assert places[:2] == [True, True]
    assert places[2:] == [False] * 8


@pytest.mark.parametrize("is_free", [True, False])
def test_a_turn_ends_when_its_time_is_over(is_free: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(submission_queue, "JOB_S", -1.0)
    done: list[int] = []

    def work() -> bool:
        done.append(1)
        return True

    async def then(queue: SubmissionQueue) -> None:
        await queue.queue(work)

    taking_turns(lambda: is_free, then)
    assert done == [1]
