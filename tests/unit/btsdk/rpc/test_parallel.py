"""Programs side by side: their calls travel together, their errors do not."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.errors import RpcError, UsageError
from btsdk.rpc.effects import Program, RpcBatch, RpcCall, Sleep, ask
from btsdk.rpc.parallel import MOST, gather


class Node:
    """Answers by parameter, and remembers the messages; `bad` parameters are errors."""

    def __init__(self, bad: frozenset[int] = frozenset()) -> None:
        self.bad = bad
        self.messages: list[list[int]] = []

    def play(self, program: Program[Any]) -> Any:
        reply: Any = None
        error: Exception | None = None
        while True:
            try:
                request = program.send(reply) if error is None else program.throw(error)
            except StopIteration as stop:
                return stop.value
            calls = request.calls if isinstance(request, RpcBatch) else (request,)
            self.messages.append([call.params[0] for call in calls])
            reply, error = None, None
            if self.bad & {call.params[0] for call in calls}:
                error = RpcError("a node", -32_000, "bad")
                continue
            values = [call.params[0] * 10 for call in calls]
            reply = values if isinstance(request, RpcBatch) else values[0]


def asks(*numbers: int) -> Program[list[int]]:
    """Asks for one after the other."""
    found = []
    for number in numbers:
        found.append((yield from ask(RpcCall("times_ten", (number,)))))
    return found


def survives(number: int) -> Program[str]:
    try:
        return str((yield from ask(RpcCall("times_ten", (number,)))))
    except RpcError:
        return "bad"


def test_each_round_is_one_message() -> None:
    node = Node()
    assert node.play(gather([asks(1, 2), asks(3, 4), asks(5)])) == [[10, 20], [30, 40], [50]]
    assert node.messages == [[1, 3, 5], [2, 4]]


def test_what_several_ask_is_asked_once() -> None:
    node = Node()
    assert node.play(gather([asks(1, 2), asks(1, 3)])) == [[10, 20], [10, 30]]
    assert node.messages == [[1], [2, 3]]


def test_lists_as_parameters() -> None:
    def wants(keys: list[int]) -> Program[Any]:
        return (yield from ask(RpcCall("many", (1, keys))))

    assert Node().play(gather([wants([1, 2]), wants([3])])) == [10, 10]


def test_batches_of_a_program_are_answered_as_batches() -> None:
    def both() -> Program[Any]:
        nothing = yield from ask(RpcBatch(()))
        return nothing + (yield from ask(RpcBatch((RpcCall("a", (1,)), RpcCall("a", (2,))))))

    assert Node().play(gather([both(), asks(2)])) == [[10, 20], [20]]


def test_an_error_reaches_who_asked_and_no_other() -> None:
    node = Node(frozenset({2}))
    assert node.play(gather([survives(1), survives(2), survives(3)])) == ["10", "bad", "30"]
    assert node.messages == [[1, 2, 3], [1], [2], [3]]


def test_an_error_that_nobody_catches_ends_all() -> None:
    others = asks(1, 2)
    with pytest.raises(RpcError):
        Node(frozenset({3})).play(gather([others, asks(3)]))
    with pytest.raises(StopIteration):
        next(others)


def test_what_a_program_raises_itself_ends_all() -> None:
    def refuses() -> Program[Any]:
        yield from asks(1)
        raise UsageError("no")

    with pytest.raises(UsageError):
        Node().play(gather([asks(1, 2), refuses()]))


def test_a_long_round_is_cut_into_messages() -> None:
    node = Node()
    count = MOST * 2 + 1
    assert node.play(gather([asks(number) for number in range(count)]))[-1] == [10 * (count - 1)]
    assert [len(message) for message in node.messages] == [MOST, MOST, 1]


def test_nothing_asks_nothing() -> None:
    assert Node().play(gather([])) == []


def test_only_calls_go_together() -> None:
    def sleeps() -> Program[None]:
        yield from ask(Sleep(1))

    with pytest.raises(TypeError, match="only calls can be combined"):
        Node().play(gather([sleeps()]))
