"""`transaction_v1_*` and `transactionWatch_v1_*`: what is told of an extrinsic, and what is not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from local_node.chain.chain import Chain
from local_node.chain.modes import Instant, Manual
from local_node.chain.pool import PoolLimits
from local_node.rpc import transaction
from local_node.rpc.context import NodeIdentity
from local_node.rpc.dispatch import Dispatcher
from local_node.state.store import Store
from tests.unit.local_node.chain.counter import TOO_MUCH, CounterRuntime, Spec, add, read_u32
from tests.unit.local_node.rpc.line import Line

WATCH = "transactionWatch_v1_submitAndWatch"
VALIDATED = {"event": "validated"}


@pytest.fixture
def line() -> Iterator[Line]:
    """A counter chain whose blocks are asked for."""
    chain = Chain.open(
        Spec(), Store(), runtime=CounterRuntime(), mode=Manual(), limits=PoolLimits(ready_count=3)
    )
    yield Line(Dispatcher(chain, NodeIdentity()))
    chain.close()


def text(extrinsic: bytes) -> str:
    return "0x" + extrinsic.hex()


def total(line: Line) -> int:
    return read_u32(line.chain.state().get(b"sum"))


# Watching


def test_from_the_pool_into_a_final_block(line: Line) -> None:
    subscription = line.call(WATCH, text(add(1, 0, 5)))
    assert line.events(subscription) == [VALIDATED]
    block = {"hash": "0x" + line.chain.author_block().hash.hex(), "index": 1}
    assert line.events(subscription) == [
        {"event": "bestChainBlockIncluded", "block": block},
        {"event": "finalized", "block": block},
    ]
    assert line.code("transactionWatch_v1_unwatch", subscription) == -32602


def test_in_an_instant_the_reply_is_still_first(line: Line) -> None:
    line.chain.mode = Instant()
    line.send(WATCH, text(add(1, 0, 5)))
    assert line.order() == ["reply", "validated", "bestChainBlockIncluded", "finalized"]


def test_one_that_waits_for_another_is_valid_all_the_same(line: Line) -> None:
    second = line.call(WATCH, text(add(1, 1, 5)))
    assert line.events(second) == [VALIDATED]
    line.call(WATCH, text(add(1, 0, 5)))
    line.chain.author_block()
    names = [event["event"] for event in line.events(second)]
    assert names == ["validated", "bestChainBlockIncluded", "finalized"]


@pytest.mark.parametrize(
    "extrinsic",
    [b"", b"\x04", b"\x08\x01", b"\x04\x01\x02", add(1, 0, TOO_MUCH + 1), add(255, 0, 1)],
    ids=["empty", "cut", "short", "long", "cannot pay", "unknown"],
)
def test_what_is_not_valid(line: Line, extrinsic: bytes) -> None:
    subscription = line.call(WATCH, text(extrinsic))
    (event,) = line.events(subscription)
    assert event["event"] == "invalid"
    assert event["error"]
    line.chain.author_block()
    assert line.events(subscription) == []


def test_what_the_pool_has_no_room_for(line: Line) -> None:
    for account in range(3):
        line.chain.submit(add(account, 0, 1, priority=9))
    (event,) = line.events(line.call(WATCH, text(add(7, 0, 1))))
    assert event["event"] == "dropped"
    (event,) = line.events(line.call(WATCH, text(add(1, 0, 1, priority=2))))
    assert event["event"] == "dropped"
    assert "Priority is too low" in event["error"]


def test_what_another_takes_the_place_of(line: Line) -> None:
    subscription = line.call(WATCH, text(add(1, 0, 1)))
    line.chain.submit(add(1, 0, 2, priority=5))
    first, last = line.events(subscription)
    assert (first, last["event"]) == (VALIDATED, "invalid")


def test_what_goes_back_with_its_block(line: Line) -> None:
    """A watch ends with finality; a block that is taken back after it is told to nobody."""
    before = line.chain.best.hash
    subscription = line.call(WATCH, text(add(1, 0, 5)))
    line.chain.author_block()
    assert line.events(subscription)[-1]["event"] == "finalized"
    line.chain.revert_to(before, resubmit=True)
    assert line.events(subscription) == []


def test_unwatched_it_stays_in_the_pool(line: Line) -> None:
    subscription = line.call(WATCH, text(add(1, 0, 5)))
    assert line.call("transactionWatch_v1_unwatch", subscription) is None
    line.events(subscription)
    line.chain.author_block()
    assert total(line) == 5
    assert line.events(subscription) == []


@pytest.mark.parametrize("wrong", [None, 1, "nonsense", "0x123", ["0x00"]])
def test_what_is_no_hex(line: Line, wrong: Any) -> None:
    assert line.code(WATCH, wrong) == -32602
    assert line.code("transaction_v1_broadcast", wrong) == -32602


# Broadcasting


def test_a_broadcast_gets_in_and_says_nothing(line: Line) -> None:
    operation = line.call("transaction_v1_broadcast", text(add(1, 0, 5)))
    assert isinstance(operation, str)
    line.chain.author_block()
    assert total(line) == 5
    assert line.order() == []
    assert line.code("transaction_v1_stop", operation) == -32602


def test_it_is_offered_again_until_it_is_final(line: Line) -> None:
    """The pool has no room at first."""
    for account in range(3):
        line.chain.submit(add(account, 0, 1, priority=9))
    line.call("transaction_v1_broadcast", text(add(7, 0, 100)))
    line.chain.author_block()
    assert total(line) == 3
    line.chain.author_block()
    assert total(line) == 103


def test_stopped_it_is_offered_no_more(line: Line) -> None:
    for account in range(3):
        line.chain.submit(add(account, 0, 1, priority=9))
    operation = line.call("transaction_v1_broadcast", text(add(7, 0, 100)))
    assert line.call("transaction_v1_stop", operation) is None
    assert line.code("transaction_v1_stop", operation) == -32602
    for _ in range(3):
        line.chain.author_block()
    assert total(line) == 3


def test_with_its_client_it_is_gone(line: Line) -> None:
    for account in range(3):
        line.chain.submit(add(account, 0, 1, priority=9))
    line.call("transaction_v1_broadcast", text(add(7, 0, 100)))
    line.peer.close()
    for _ in range(3):
        line.chain.author_block()
    assert total(line) == 3


def test_so_many_and_no_more(line: Line) -> None:
    """One that is not valid counts until it is stopped."""
    ids = [line.call("transaction_v1_broadcast", "0x04") for _ in range(transaction.MAX_BROADCASTS)]
    assert len(set(ids)) == len(ids)
    assert line.call("transaction_v1_broadcast", "0x04") is None
    line.call("transaction_v1_stop", ids[0])
    assert line.call("transaction_v1_broadcast", "0x04") is not None


def test_an_operation_of_somebody_else(line: Line) -> None:
    stranger = Line(line.dispatcher)
    operation = line.call("transaction_v1_broadcast", "0x04")
    assert stranger.code("transaction_v1_stop", operation) == -32602
    assert line.code("transaction_v1_stop", 0) == -32602
