"""Locks among programs: in order, freed at a program's end, and bounded."""

from __future__ import annotations

import pytest

from btsdk.errors import DeadlineExceeded
from btsdk.rpc.effects import Acquire, Program, Release, Sleep, ask
from btsdk.rpc.locks import Locks
from btsdk.rpc.session import Session
from btsdk.rpc.task import Task


def test_the_first_that_asks_has_it_and_the_rest_follow_in_order() -> None:
    locks = Locks()
    assert locks.acquire("a", 1)
    assert [locks.acquire("a", owner) for owner in (2, 3, 2)] == [False, False, False]
    assert locks.acquire("b", 3)
    locks.release("a", 3)  # leaves the queue
    locks.release("a", 1)
    assert locks.acquire("a", 2)
    assert locks.released == 2
    locks.release("a", 1)
    assert locks.released == 2


def _hold(session: Session, seconds: float, *, release: bool = False) -> Task[str]:
    def program() -> Program[str]:
        yield from ask(Acquire("key", 10))
        yield from ask(Sleep(seconds))
        if release:
            yield from ask(Release("key"))
            yield from ask(Sleep(seconds))
        return "done"

    return Task(session, program(), 30)


def test_the_end_of_a_program_frees_its_lock() -> None:
    session = Session()
    tasks = [_hold(session, 5) for _ in range(3)]
    for task in tasks:
        task.step(0)
    assert [task.in_queue for task in tasks] == [False, True, True]
    tasks[0].step(5)
    tasks[1].step(5)
    assert tasks[0].done
    assert not tasks[1].in_queue
    tasks[1].cancel()
    tasks[2].step(6)
    assert not tasks[2].in_queue


def test_a_lock_is_released_before_the_end() -> None:
    session = Session()
    first, second = _hold(session, 5, release=True), _hold(session, 5)
    first.step(0)
    second.step(0)
    first.step(5)
    second.step(5)
    assert not first.done
    assert not second.in_queue


def test_the_wait_is_bounded_and_leaves_the_queue() -> None:
    session = Session()
    first, second, third = (_hold(session, 100) for _ in range(3))
    for task in (first, second):
        task.step(0)
    second.step(10)
    with pytest.raises(DeadlineExceeded, match="earlier submission"):
        second.result()
    third.step(11)
    first.cancel()
    third.step(12)
    assert not third.in_queue
