"""Requests, and the programs that yield them."""

from __future__ import annotations

import pytest

from btsdk.rpc.effects import Next, Program, RpcBatch, RpcCall, Subscription, ask


def test_a_request_is_yielded_and_its_reply_returned() -> None:
    def twice() -> Program[list[int]]:
        return [(yield from ask(RpcCall("one"))), (yield from ask(RpcCall("two", (7,))))]

    program = twice()
    assert next(program) == RpcCall("one")
    assert program.send(1) == RpcCall("two", (7,))
    with pytest.raises(StopIteration) as end:
        program.send(2)
    assert end.value.value == [1, 2]


def test_an_error_of_the_driver_is_raised_where_it_was_asked() -> None:
    def careful() -> Program[str]:
        try:
            return str((yield from ask(RpcCall("one"))))
        except ConnectionError:
            return str((yield from ask(RpcCall("again"))))

    program = careful()
    next(program)
    assert program.throw(ConnectionError()) == RpcCall("again")


def test_a_program_that_is_closed_asks_no_more() -> None:
    ended = []

    def cleans() -> Program[None]:
        try:
            yield from ask(RpcCall("one"))
        finally:
            ended.append(True)

    program = cleans()
    next(program)
    program.close()
    assert ended == [True]


def test_requests_are_values() -> None:
    heads = Subscription(1, "chain_subscribeNewHeads")
    assert Next((heads,), 2.0) == Next((Subscription(1, "chain_subscribeNewHeads"),), 2.0)
    assert len({RpcCall("a", (1,)), RpcCall("a", (1,)), RpcCall("a", (2,))}) == 2
    assert RpcBatch((RpcCall("a"),)).timeout is None
