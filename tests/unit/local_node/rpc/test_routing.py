"""Where requests are answered."""

from __future__ import annotations

import json
from typing import Any

import pytest

from chain_spec import chains
from local_node.chain.chain import Chain
from local_node.chain.modes import Manual
from local_node.rpc.request import Request
from local_node.rpc.routing import Route, route_of
from local_node.state.store import Store

CODE = "0x" + b":code".hex()


@pytest.fixture(scope="module")
def chain() -> Chain:
    chain = Chain.open(chains.load("dev"), Store(), mode=Manual())
    chain.state().get(b":code")
    return chain


def text(*params: Any, method: str = "state_getStorage") -> str:
    return json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params})


def test_a_read_of_the_best_state_that_memory_can_answer(chain: Chain) -> None:
    assert route_of(Request(text(CODE)), chain) is Route.INLINE
    assert route_of(Request(text(CODE, None)), chain) is Route.INLINE
    assert route_of(Request(text(CODE.removeprefix("0x"))), chain) is Route.INLINE


def test_what_nobody_has_read_yet_is_looked_up_by_a_worker(chain: Chain) -> None:
    key = "0x" + b"nobody has asked for this".hex()
    assert route_of(Request(text(key)), chain) is Route.WORKER
    assert chain.state().get(bytes.fromhex(key[2:])) is None
    assert route_of(Request(text(key)), chain) is Route.INLINE


@pytest.mark.parametrize(
    "other",
    [
        text(CODE, "0x" + "00" * 32),
        text(CODE, method="state_getStorageSize"),
        text(CODE, method="author_pendingExtrinsics"),
        text(),
        text(7),
        text("0xnothing"),
        text([CODE]),
        f"[{text(CODE)}]",
        text(CODE)[:-1],
        text(CODE, "state_getStorage"),
        text(CODE, method="other").replace("1,", '1, "author_submitExtrinsic": 1,'),
        '{"method": "state_getStorage"}',
        '"state_getStorage"',
        "[" * 1000 + "state_getStorage",
        text(CODE) + " " * 20_000,
        text(CODE).encode() + b"}",
        f"[{text(CODE, method='author_submitExtrinsic')}, {text(CODE)}]",
        text({"method": "author_submitExtrinsic"}),
        text(CODE, method="author_submitted"),
    ],
)
def test_everything_else_goes_to_a_worker(chain: Chain, other: str | bytes) -> None:
    assert route_of(Request(other), chain) is Route.WORKER


@pytest.mark.parametrize(
    "method",
    [
        "author_submitExtrinsic",
        "author_submitAndWatchExtrinsic",
        "transactionWatch_v1_submitAndWatch",
    ],
)
def test_an_extrinsic_waits_for_a_turn_unless_it_may_take_long(chain: Chain, method: str) -> None:
    assert route_of(Request(text("0x" + "84" * 150, method=method)), chain) is Route.SUBMISSION
    assert route_of(Request(text("0x" + "84" * 15_000, method=method)), chain) is Route.WORKER


def test_bytes_are_routed_as_text_is(chain: Chain) -> None:
    assert route_of(Request(text(CODE).encode()), chain) is Route.INLINE
    submission = text("0x84", method="author_submitExtrinsic").encode()
    assert route_of(Request(submission), chain) is Route.SUBMISSION


def test_a_method_is_found_wherever_it_stands_in_the_request(chain: Chain) -> None:
    request = {"params": ["0x" + "84" * 500], "id": 1, "method": "author_submitExtrinsic"}
    assert route_of(Request(json.dumps(request)), chain) is Route.SUBMISSION


def test_what_a_block_writes_is_at_hand_afterwards(chain: Chain) -> None:
    ref = chain.author_block()
    written = chain.state(ref.hash).since(chain.state(chain.hash_at(ref.number - 1)))
    assert written
    assert all(chain.has_at_hand(key) for key in written)
