"""The blocking client on nodes that do not answer."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator

import pytest

from btsdk import Client
from btsdk.errors import DeadlineExceeded
from tests.unit.btsdk.drivers.server import GENESIS, HANG, TinyNode


def header(number: int) -> dict[str, str]:
    zero = "0x" + "00" * 32
    return {
        "number": hex(number),
        "parentHash": zero,
        "stateRoot": zero,
        "extrinsicsRoot": zero,
    }


def name(number: int) -> str:
    return f"0x{number:064x}"


@contextlib.contextmanager
def heads(*numbers: int) -> Iterator[TinyNode]:
    """A node whose subscription tells these heads and then nothing."""
    node = TinyNode()

    def subscribe(node: TinyNode) -> str:
        handle = f"s{len(node.asked)}"
        for count, number in enumerate(numbers, 1):
            threading.Timer(count / 10, node.push, (handle, header(number))).start()
        return handle

    node.methods["chain_subscribeNewHeads"] = subscribe
    node.methods["chain_unsubscribeNewHeads"] = lambda node, name: True
    node.methods["chain_getBlockHash"] = lambda node, number: (
        GENESIS if not number else name(number)
    )
    node.methods["chain_getHeader"] = lambda node, block: header(int(block, 16))
    with node.running():
        yield node


def test_a_stuck_node_is_left_for_the_next() -> None:
    with (
        heads(5) as stuck,
        heads(5, 6) as alive,
        Client(stuck.endpoint, fallbacks=[alive.endpoint], cache=False) as client,
    ):
        blocks = client.blocks(stale_after=0.5)
        assert next(blocks).number == 5
        next(blocks)
        assert client.endpoint == alive.endpoint
        blocks.close()


def test_nodes_that_are_all_stuck_are_an_error() -> None:
    with heads(5) as one, heads(5) as other:
        client = Client(one.endpoint, fallbacks=[other.endpoint], cache=False)
        with client, pytest.raises(DeadlineExceeded, match="no new block"):
            list(client.blocks(stale_after=0.3))
        assert other.opened == 1


def test_a_node_that_answers_no_read_does_not_hold_the_caller() -> None:
    with TinyNode().running() as frozen:
        frozen.methods["system_name"] = lambda node: HANG
        with Client(frozen.endpoint, cache=False, timeout=0.5) as client:
            with pytest.raises(DeadlineExceeded, match="system_name"):
                client.call("system_name")
            assert client.call("echo", 7) == 7
