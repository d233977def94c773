"""The search for a proof of work, as a program: it follows the blocks, and ends with them."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from btsdk.errors import ConnectionLost, UsageError
from btsdk.ops.search import LOOK_EVERY, search
from btsdk.pow import ClassicForm
from btsdk.rpc.effects import Next, RpcCall, Subscription
from tests.unit.btsdk.script import HASH, Script

FORM = ClassicForm(b"\1" * 32)
OTHER = "0x" + "cd" * 32
HOPELESS = 2**255
HEAD = {"number": "0x5"}
SUBSCRIBED = "chain_subscribeNewHeads"


def chain(**answers: Any) -> Script:
    usual = {SUBSCRIBED: None, "chain_getBlockHash": HASH, "chain_getHeader": HEAD}
    return Script({**usual, **answers})


def searching() -> list[threading.Thread]:
    return [one for one in threading.enumerate() if one.name == "btsdk-pow"]


def test_a_seal_of_the_newest_block_is_found() -> None:
    node = chain()
    found = node.play(search(FORM, 100))
    assert found.block_number == 5
    seal = FORM.puzzle(bytes.fromhex(HASH[2:])).seal(found.nonce)
    assert found.seal == seal
    assert int.from_bytes(seal, "little") * 100 < 2**256
    assert searching() == []


def test_each_new_head_is_read_until_the_program_is_closed() -> None:
    program: Any = search(FORM, HOPELESS, processes=1)
    heads = Subscription(1, SUBSCRIBED)
    assert next(program).method == SUBSCRIBED
    asked = [program.send(heads), program.send(HASH), program.send({"number": "0x5"})]
    assert asked == [
        RpcCall("chain_getBlockHash"),
        RpcCall("chain_getHeader", (HASH,)),
        Next((heads,), LOOK_EVERY),
    ]
    assert len(searching()) == 1
    asked = [program.send("a new head"), program.send(OTHER)]
    assert asked == [RpcCall("chain_getBlockHash"), RpcCall("chain_getHeader", (OTHER,))]
    program.close()
    assert searching() == []


def test_it_ends_with_an_error_of_the_node() -> None:
    with pytest.raises(ConnectionLost):
        chain(chain_getHeader=ConnectionLost("ws://x", "gone")).play(
            search(FORM, HOPELESS, processes=1)
        )
    assert searching() == []


def test_what_no_search_can_be() -> None:
    with pytest.raises(UsageError, match="difficulty"):
        chain().play(search(FORM, 0))
