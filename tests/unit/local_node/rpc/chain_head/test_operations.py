"""Operations: their order, their number and their pauses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from local_node.chain.modes import Manual
from local_node.embedded.open_chain import OpenChain
from local_node.rpc.chain_head import methods, operations
from tests.unit.local_node.rpc.chain_head.followed import best
from tests.unit.local_node.rpc.line import Line


@pytest.fixture(scope="module")
def opened() -> Iterator[OpenChain]:
    hosted = OpenChain(None)
    hosted.chain.mode = Manual()
    yield hosted
    hosted.close()


@pytest.fixture
def hosted(opened: OpenChain) -> OpenChain:
    """A chain of 20 blocks or more; no more come unless a test makes them."""
    while opened.chain.best.number < 20:
        opened.chain.author_block()
    return opened


@pytest.fixture
def line(hosted: OpenChain) -> Iterator[Line]:
    line = Line(hosted.dispatcher)
    yield line
    line.peer.close()


@pytest.fixture
def followed(line: Line) -> tuple[str, str]:
    """A subscription with the runtime, and the best block, which is pinned."""
    subscription = line.call("chainHead_v1_follow", True)
    line.events(subscription)
    return subscription, best(line)


def test_the_reply_comes_before_what_it_names(line: Line, followed: tuple[str, str]) -> None:
    line.order()
    line.send("chainHead_v1_body", *followed)
    assert line.order() == ["reply", "operationBodyDone"]


def test_a_long_answer_waits_to_be_continued(
    line: Line, followed: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(methods, "PAGE", 3)
    subscription, block = followed
    items = [{"key": "0x", "type": "descendantsValues"}]
    started = line.call("chainHead_v1_storage", subscription, block, items, None)
    operation = started["operationId"]
    names = ["operationStorageItems", "operationWaitingForContinue"]
    for _ in range(2):
        assert [event["event"] for event in line.events(subscription)] == names
        assert line.call("chainHead_v1_continue", subscription, operation) is None
    assert [event["event"] for event in line.events(subscription)] == names
    assert line.call("chainHead_v1_unpin", subscription, block) is None
    assert line.call("chainHead_v1_continue", subscription, operation) is None
    assert [event["event"] for event in line.events(subscription)] == names
    assert line.call("chainHead_v1_stopOperation", subscription, operation) is None
    assert line.call("chainHead_v1_continue", subscription, operation) is None
    assert line.events(subscription) == []


def test_only_what_waits_can_be_continued(line: Line, followed: tuple[str, str]) -> None:
    subscription, block = followed
    operation = line.call("chainHead_v1_body", subscription, block)["operationId"]
    line.events(subscription)
    assert line.call("chainHead_v1_continue", subscription, operation) is None
    assert line.call("chainHead_v1_continue", "no subscription", operation) is None
    assert line.events(subscription) == []


def test_within_a_batch_nothing_has_run_yet(line: Line, followed: tuple[str, str]) -> None:
    subscription, block = followed
    operation = line.call("chainHead_v1_body", subscription, block)["operationId"]
    line.events(subscription)
    upcoming = str(int(operation) + 1)
    started, stopped = line.batch(
        ("chainHead_v1_body", subscription, block),
        ("chainHead_v1_stopOperation", subscription, upcoming),
    )
    assert (started["operationId"], stopped) == (upcoming, None)
    assert line.events(subscription) == []


def test_so_many_operations_and_no_more(
    line: Line, followed: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(methods, "PAGE", 1)
    subscription, block = followed
    most = operations.MAX_OPERATIONS
    items = [{"key": "0x", "type": "descendantsHashes"}] * (most + 5)
    started = line.call("chainHead_v1_storage", subscription, block, items, None)
    assert started["discardedItems"] == 5
    for refused in (
        line.call("chainHead_v1_storage", subscription, block, items, None),
        line.call("chainHead_v1_body", subscription, block),
        line.call("chainHead_v1_call", subscription, block, "Core_version", "0x"),
    ):
        assert refused == {"result": "limitReached"}
    line.call("chainHead_v1_stopOperation", subscription, started["operationId"])
    assert line.call("chainHead_v1_body", subscription, block)["result"] == "started"
