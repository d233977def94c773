"""What can be asked about a pinned block."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from btsdk.keys.hashing import blake2_256
from local_node.chain.block import Header, decode_body
from local_node.chain.modes import Manual
from local_node.embedded.open_chain import OpenChain
from tests.unit.local_node.rpc.chain_head.followed import best, raw
from tests.unit.local_node.rpc.line import Line

UNKNOWN = "0x" + "ab" * 32


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


def test_another_client_cannot_use_it(line: Line, hosted: OpenChain, followed: Any) -> None:
    subscription, block = followed
    stranger = Line(hosted.dispatcher)
    assert stranger.call("chainHead_v1_header", subscription, block) is None
    assert stranger.call("chainHead_v1_unfollow", subscription) is None
    assert line.call("chainHead_v1_header", subscription, block) is not None


@pytest.mark.parametrize("with_runtime", [None, 1, "true", []])
def test_whether_with_the_runtime_is_a_boolean(line: Line, with_runtime: Any) -> None:
    assert line.code("chainHead_v1_follow", with_runtime) == -32602


def test_headers_hash_to_their_names(line: Line, followed: tuple[str, str]) -> None:
    subscription, block = followed
    encoded = raw(line.call("chainHead_v1_header", subscription, block))
    assert blake2_256(encoded) == raw(block)
    assert Header.decode(encoded).number == line.chain.best.number


def test_the_body_comes_in_an_event(line: Line, followed: tuple[str, str]) -> None:
    subscription, block = followed
    started = line.call("chainHead_v1_body", subscription, block)
    assert started["result"] == "started"
    (event,) = line.events(subscription)
    expected = line.call("chain_getBlock", block)["block"]["extrinsics"]
    assert event == {
        "event": "operationBodyDone",
        "operationId": started["operationId"],
        "value": expected,
    }
    assert decode_body(bytes([4 * len(expected)]) + b"".join(map(raw, expected)))


def test_the_runtime_answers_as_of_the_block(line: Line, followed: tuple[str, str]) -> None:
    subscription, block = followed
    line.chain.author_block()
    line.events(subscription)
    started = line.call("chainHead_v1_call", subscription, block, "Core_version", "0x")
    (event,) = line.events(subscription)
    assert event == {
        "event": "operationCallDone",
        "operationId": started["operationId"],
        "output": line.call("state_call", "Core_version", "0x", block),
    }


@pytest.mark.parametrize(
    ("entry", "args"),
    [("No_such_entry", "0x"), ("AccountNonceApi_account_nonce", "0x00")],
)
def test_a_call_that_fails(line: Line, followed: Any, entry: str, args: str) -> None:
    subscription, block = followed
    line.call("chainHead_v1_call", subscription, block, entry, args)
    (event,) = line.events(subscription)
    assert event["event"] == "operationError"
    assert entry in event["error"]
    assert "Traceback" not in event["error"]


def test_calls_need_the_runtime_to_be_followed(line: Line) -> None:
    subscription = line.call("chainHead_v1_follow", False)
    params = (subscription, best(line), "Core_version", "0x")
    assert line.code("chainHead_v1_call", *params) == -32802


@pytest.mark.parametrize("method", ["body", "header", "storage", "call"])
def test_blocks_that_are_not_pinned(line: Line, followed: Any, method: str) -> None:
    rest = {"storage": [[], None], "call": ["Core_version", "0x"]}.get(method, [])
    assert line.code(f"chainHead_v1_{method}", followed[0], UNKNOWN, *rest) == -32801
    genesis = "0x" + line.chain.genesis_hash.hex()
    assert line.code(f"chainHead_v1_{method}", followed[0], genesis, *rest) == -32801
    assert line.code(f"chainHead_v1_{method}", followed[0], "nonsense", *rest) == -32602
    assert line.code(f"chainHead_v1_{method}", 5, UNKNOWN, *rest) == -32602
    assert line.code(f"chainHead_v1_{method}", followed[0]) == -32602
