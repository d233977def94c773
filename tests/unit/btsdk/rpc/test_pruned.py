"""What goes to an archive node, and what does not."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.errors import RpcError
from btsdk.rpc.effects import Emit, Program, RpcCall, ask
from btsdk.rpc.pruned import FromArchive, with_archive

PRUNED = RpcError("state_getStorage", 4003, "Client error", "State already discarded for 0x01")


def reads(method: str) -> Program[Any]:
    return (yield from ask(RpcCall(method)))


def test_a_read_of_a_pruned_state() -> None:
    program = with_archive(reads("state_getStorage"))
    assert program.send(None) == RpcCall("state_getStorage")
    emitted = program.throw(PRUNED)
    assert isinstance(emitted, Emit)
    assert isinstance(emitted.item, FromArchive)
    emitted.item.reply = "0x07"
    with pytest.raises(StopIteration) as done:
        program.send(None)
    assert done.value.value == "0x07"


@pytest.mark.parametrize(
    ("method", "error"),
    [
        ("author_submitExtrinsic", PRUNED),
        ("state_getStorage", RpcError("state_getStorage", -32601, "Method not found")),
    ],
)
def test_nothing_else(method: str, error: RpcError) -> None:
    program = with_archive(reads(method))
    program.send(None)
    with pytest.raises(RpcError):
        program.throw(error)


def test_closing_it_closes_the_program() -> None:
    ended = []

    def watched() -> Program[None]:
        try:
            yield from ask(RpcCall("system_name"))
        finally:
            ended.append(True)

    program = with_archive(watched())
    program.send(None)
    program.close()
    assert ended == [True]
