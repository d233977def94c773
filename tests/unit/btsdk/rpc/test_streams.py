"""Programs over the items of other programs."""

from __future__ import annotations

import pytest

from btsdk.errors import RpcError
from btsdk.rpc.effects import Emit, Program, RpcCall, ask
from btsdk.rpc.streams import each
from tests.unit.btsdk.script import Script


def source(closed: list[bool]) -> Program[str]:
    try:
        for _ in range(2):
            yield from ask(Emit((yield from ask(RpcCall("number")))))
        try:
            yield from ask(RpcCall("broken"))
        except RpcError:
            return "ended"
        return "not reached"
    finally:
        closed.append(True)


def twice(item: int) -> Program[None]:
    yield from ask(Emit(item))
    yield from ask(Emit((yield from ask(RpcCall("number"))) + item))


def test_each_item_is_replaced_by_those_of_the_action() -> None:
    closed: list[bool] = []
    node = Script({"number": 4, "broken": RpcError("broken", 1, "no")})
    assert node.play(each(source(closed), twice)) == "ended"
    assert node.emitted == [4, 8, 4, 8]
    assert closed == [True]


def test_an_error_of_the_action_ends_the_source() -> None:
    def fails(item: int) -> Program[None]:
        yield from ()
        raise ValueError(item)

    closed: list[bool] = []
    with pytest.raises(ValueError, match="4"):
        Script({"number": 4}).play(each(source(closed), fails))
    assert closed == [True]


def test_closing_closes_the_source() -> None:
    closed: list[bool] = []
    program = each(source(closed), twice)
    program.send(None)
    program.close()
    assert closed == [True]
