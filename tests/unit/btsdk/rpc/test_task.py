"""Programs run step by step, with a clock that the test holds."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from btsdk.errors import DeadlineExceeded, RpcError
from btsdk.rpc.effects import (
    Emit,
    Next,
    Now,
    Program,
    RpcBatch,
    RpcCall,
    Sleep,
    Subscribe,
    Unsubscribe,
    ask,
)
from btsdk.rpc.session import Session
from btsdk.rpc.task import Task
from tests.unit.btsdk.rpc.test_session import HEADS, answer, notify, opened, out


def start(program: Program[Any]) -> tuple[Session, Task[Any]]:
    session = opened()
    task = Task(session, program, timeout=10.0)
    task.step(0.0)
    return session, task


def test_a_call_waits_for_its_reply() -> None:
    def program() -> Program[str]:
        name = yield from ask(RpcCall("system_name"))
        return f"hello {name}"

    session, task = start(program())
    assert not task.done
    assert task.wake_at == 10.0
    answer(session, out(session)[0], "node")
    task.step(1.0)
    assert task.done
    assert task.result() == "hello node"


def test_an_error_is_raised_inside_the_program() -> None:
    def program() -> Program[str]:
        try:
            yield from ask(RpcCall("nope"))
        except RpcError as error:
            return f"caught {error.code}"
        return "no error"

    session, task = start(program())
    message = out(session)[0]
    session.receive(json.dumps({"id": message["id"], "error": {"code": -1, "message": "m"}}))
    task.step(0.0)
    assert task.result() == "caught -1"


def test_a_deadline_is_raised_and_the_late_reply_dropped() -> None:
    def program() -> Program[Any]:
        return (yield from ask(RpcCall("system_name", timeout=2.0)))

    session, task = start(program())
    message = out(session)[0]
    task.step(1.9)
    assert not task.done
    task.step(2.0)
    assert task.done
    with pytest.raises(DeadlineExceeded, match="system_name"):
        task.result()
    answer(session, message, "late")


def test_next_answers_none_when_its_time_is_over() -> None:
    def program() -> Program[list[Any]]:
        heads = yield from ask(Subscribe(HEADS.method, (), HEADS.unsubscribe))
        first = yield from ask(Next((heads,), timeout=5.0))
        second = yield from ask(Next((heads,), timeout=5.0))
        return [first and first.value, second]

    session, task = start(program())
    answer(session, out(session)[0], "s1")
    task.step(0.0)
    notify(session, "s1", 7)
    task.step(1.0)
    assert task.wake_at == 6.0
    task.step(6.0)
    assert task.result() == [7, None]
    assert [m["method"] for m in out(session)] == ["chain_unsubscribeNewHeads"]


def test_sleep_now_emit_and_batch() -> None:
    def program() -> Program[Any]:
        before = yield from ask(Now())
        yield from ask(Sleep(3.0))
        after = yield from ask(Now())
        yield from ask(Emit("item"))
        return before, after, (yield from ask(RpcBatch((RpcCall("a"), RpcCall("b")))))

    session, task = start(program())
    assert task.wake_at == 3.0
    task.step(3.5)
    assert task.item == Emit("item")
    task.step(3.5)
    assert task.item is None
    (batch,) = out(session)
    session.receive(json.dumps([{"id": m["id"], "result": m["method"]} for m in batch]))
    task.step(4.0)
    assert task.result() == (0.0, 3.5, ["a", "b"])


def _subscribe_and_stop() -> Program[None]:
    yield from ask(HEADS)


def _subscribe_and_fail() -> Program[None]:
    yield from ask(HEADS)
    raise ValueError("a bug")


def _release_early() -> Program[None]:
    heads = yield from ask(HEADS)
    yield from ask(Unsubscribe(heads))


@pytest.mark.parametrize("program", [_subscribe_and_stop, _subscribe_and_fail, _release_early])
def test_subscriptions_are_released_however_the_program_ends(
    program: Callable[[], Program[None]],
) -> None:
    session, task = start(program())
    answer(session, out(session)[0], "s1")
    task.step(0.0)
    assert task.done
    assert [m["method"] for m in out(session)] == ["chain_unsubscribeNewHeads"]


def test_cancelling_runs_finally_blocks_and_abandons_what_is_under_way() -> None:
    log: list[str] = []

    def program() -> Program[None]:
        try:
            yield from ask(HEADS)
        finally:
            log.append("finally")

    session, task = start(program())
    message = out(session)[0]
    task.cancel()
    assert log == ["finally"]
    answer(session, message, "s1")
    assert [m["params"] for m in out(session)] == [["s1"]]


def test_a_bug_in_a_program_comes_out_of_result() -> None:
    def program() -> Program[None]:
        yield from ask(Now())
        raise KeyError("bug")

    _, task = start(program())
    with pytest.raises(KeyError):
        task.result()


def test_what_is_not_an_effect_is_refused() -> None:
    def program() -> Program[None]:
        yield "not an effect"  # type: ignore[misc]

    _, task = start(program())
    with pytest.raises(TypeError, match="not an effect"):
        task.result()
