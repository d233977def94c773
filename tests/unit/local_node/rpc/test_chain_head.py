"""`chainHead_v1_*` as Polkadot's specification has it, on a chain whose blocks are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from btsdk.keys.hashing import blake2_256
from chain_spec.chains import load
from local_node.chain.block import BlockRef, Header, decode_body
from local_node.chain.chain import Chain
from local_node.chain.modes import Manual
from local_node.embedded.open_chain import OpenChain
from local_node.rpc.chain_head import follow as following
from local_node.rpc.chain_head import methods, operations
from local_node.rpc.context import NodeIdentity
from local_node.rpc.dispatch import Dispatcher
from local_node.runtime.boundary import Externalities
from local_node.state.store import Store
from tests.unit.local_node.chain.counter import CounterRuntime, Spec, add, u32
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


def best(line: Line) -> str:
    return hex_of(line.chain.best)


def hex_of(block: BlockRef) -> str:
    return "0x" + block.hash.hex()


def raw(text: str) -> bytes:
    return bytes.fromhex(text.removeprefix("0x"))


# Following


def test_first_the_finalized_blocks_and_the_runtime(line: Line) -> None:
    events = line.events(line.call("chainHead_v1_follow", True))
    assert [event["event"] for event in events] == ["initialized", "bestBlockChanged"]
    hashes = [line.chain.hash_at(n) for n in range(line.chain.best.number + 1)]
    recent = ["0x" + it.hex() for it in hashes[-following.RECENT :] if it is not None]
    assert events[0]["finalizedBlockHashes"] == recent
    assert events[1]["bestBlockHash"] == best(line)
    runtime = events[0]["finalizedBlockRuntime"]
    interface = load("dev").interface
    assert runtime["type"] == "valid"
    assert runtime["spec"]["specVersion"] == interface.spec_version
    assert runtime["spec"]["specName"] == "node-subtensor"
    assert set(runtime["spec"]) == {
        "specName",
        "implName",
        "specVersion",
        "implVersion",
        "transactionVersion",
        "apis",
    }
    legacy = line.call("state_getRuntimeVersion")
    assert runtime["spec"]["apis"] == dict(legacy["apis"])
    assert runtime["spec"]["transactionVersion"] == legacy["transactionVersion"]


def test_the_reply_comes_before_the_first_event(line: Line) -> None:
    line.send("chainHead_v1_follow", False)
    assert line.order() == ["reply", "initialized", "bestBlockChanged"]


def test_then_each_block_new_best_and_final(line: Line) -> None:
    with_runtime = line.call("chainHead_v1_follow", True)
    without = line.named("chainHead_v1_follow", withRuntime=False)
    line.events(with_runtime)
    assert "finalizedBlockRuntime" not in line.events(without)[0]
    parent = best(line)
    for _ in range(3):
        block = hex_of(line.chain.author_block())
        new = {"event": "newBlock", "blockHash": block, "parentBlockHash": parent}
        rest = [
            {"event": "bestBlockChanged", "bestBlockHash": block},
            {"event": "finalized", "finalizedBlockHashes": [block], "prunedBlockHashes": []},
        ]
        assert line.events(with_runtime) == [{**new, "newRuntime": None}, *rest]
        assert line.events(without) == [new, *rest]
        parent = block


class Upgrading(CounterRuntime):
    """Its version is the sum of its counter, and its code changes with it."""

    def version(self, args: bytes, ext: Externalities) -> bytes:
        return super().version(args, ext).replace(u32(7), ext.get(b"sum") or u32(0))

    def apply(self, args: bytes, ext: Externalities) -> bytes:
        answer = super().apply(args, ext)
        ext.set(b":code", b"counter of " + (ext.get(b"sum") or b""))
        return answer


def test_a_change_of_the_runtime_is_told() -> None:
    chain = Chain.open(Spec(sum=5), Store(), runtime=Upgrading(), mode=Manual())
    line = Line(Dispatcher(chain, NodeIdentity()))
    with_runtime = line.call("chainHead_v1_follow", True)
    without = line.call("chainHead_v1_follow", False)
    initialized = line.events(with_runtime)[0]
    assert initialized["finalizedBlockRuntime"]["spec"]["specVersion"] == 5
    chain.author_block()
    chain.author_block([add(1, 0, 3)])
    chain.author_block()
    told = [it["newRuntime"] for it in line.events(with_runtime) if it["event"] == "newBlock"]
    assert told[0] is told[2] is None
    assert told[1]["spec"]["specVersion"] == 8
    assert all("newRuntime" not in event for event in line.events(without))
    chain.close()


def test_going_back_behind_a_final_block_stops_it(line: Line) -> None:
    subscription = line.call("chainHead_v1_follow", False)
    line.events(subscription)
    before = line.chain.best
    line.chain.author_block()
    line.events(subscription)
    line.chain.revert_to(before.hash)
    assert line.events(subscription) == [{"event": "stop"}]
    line.chain.author_block()
    assert line.events(subscription) == []
    assert line.call("chainHead_v1_header", subscription, hex_of(before)) is None
    assert line.call("chainHead_v1_body", subscription, hex_of(before)) == {
        "result": "limitReached"
    }
    assert line.events(line.call("chainHead_v1_follow", False))[-1]["bestBlockHash"] == best(line)


def test_unfollowing_ends_it(line: Line, followed: tuple[str, str]) -> None:
    subscription, block = followed
    assert line.call("chainHead_v1_unfollow", subscription) is None
    line.chain.author_block()
    assert line.events(subscription) == []
    assert line.call("chainHead_v1_unfollow", subscription) is None
    assert line.call("chainHead_v1_unpin", subscription, block) is None
    assert line.call("chainHead_v1_storage", subscription, block, [], None) == {
        "result": "limitReached"
    }


def test_so_many_and_no_more(line: Line) -> None:
    opened = [line.call("chainHead_v1_follow", False) for _ in range(following.MAX_FOLLOWS)]
    assert line.code("chainHead_v1_follow", False) == -32800
    line.call("chainHead_v1_unfollow", opened[0])
    assert line.call("chainHead_v1_follow", False)


def test_another_client_cannot_use_it(line: Line, hosted: OpenChain, followed: Any) -> None:
    subscription, block = followed
    stranger = Line(hosted.dispatcher)
    assert stranger.call("chainHead_v1_header", subscription, block) is None
    assert stranger.call("chainHead_v1_unfollow", subscription) is None
    assert line.call("chainHead_v1_header", subscription, block) is not None


def test_whoever_goes_is_forgotten(line: Line, followed: tuple[str, str]) -> None:
    line.peer.close()
    line.chain.author_block()
    assert line.order() == []


@pytest.mark.parametrize("with_runtime", [None, 1, "true", []])
def test_whether_with_the_runtime_is_a_boolean(line: Line, with_runtime: Any) -> None:
    assert line.code("chainHead_v1_follow", with_runtime) == -32602


# Pins


def test_unpinning_one_or_several(line: Line) -> None:
    subscription = line.call("chainHead_v1_follow", False)
    first, second, third, *_ = line.events(subscription)[0]["finalizedBlockHashes"]
    assert line.call("chainHead_v1_unpin", subscription, first) is None
    assert line.code("chainHead_v1_header", subscription, first) == -32801
    assert line.code("chainHead_v1_unpin", subscription, [second, first]) == -32801
    assert line.code("chainHead_v1_unpin", subscription, [second, second]) == -32804
    assert line.call("chainHead_v1_header", subscription, second) is not None
    assert line.call("chainHead_v1_unpin", subscription, [second, third]) is None
    assert line.code("chainHead_v1_header", subscription, third) == -32801
    assert line.code("chainHead_v1_unpin", subscription, [1]) == -32602
    assert line.code("chainHead_v1_unpin", subscription, "0x12") == -32602


def test_who_pins_too_many_is_stopped(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "MAX_PINNED", following.RECENT + 2)
    subscription = line.call("chainHead_v1_follow", False)
    for _ in range(2):
        line.chain.author_block()
    assert "stop" not in [event["event"] for event in line.events(subscription)]
    line.chain.author_block()
    assert line.events(subscription) == [{"event": "stop"}]


# Header, body, call


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


def test_the_reply_comes_before_what_it_names(line: Line, followed: tuple[str, str]) -> None:
    line.order()
    line.send("chainHead_v1_body", *followed)
    assert line.order() == ["reply", "operationBodyDone"]


# Storage


def values(line: Line, subscription: str, *items: dict[str, Any], child: Any = None) -> list[Any]:
    """The items of a storage operation, continued to its end."""
    started = line.call("chainHead_v1_storage", subscription, best(line), list(items), child)
    assert started["discardedItems"] == 0
    found: list[Any] = []
    while True:
        events = line.events(subscription)
        assert events
        for event in events:
            assert event["operationId"] == started["operationId"]
            if event["event"] == "operationStorageDone":
                return found
            if event["event"] == operations.WAITING:
                line.call("chainHead_v1_continue", subscription, started["operationId"])
            else:
                assert event["event"] == "operationStorageItems"
                found += event["items"]


CODE = "0x" + b":code".hex()


def test_values_and_hashes(line: Line, followed: tuple[str, str]) -> None:
    code = line.call("state_getStorage", CODE)
    absent = "0x" + "00" * 16
    found = values(
        line,
        followed[0],
        {"key": CODE, "type": "value"},
        {"key": absent, "type": "value"},
        {"key": CODE, "type": "hash"},
        {"key": absent, "type": "hash"},
    )
    assert found == [
        {"key": CODE, "value": code},
        {"key": CODE, "hash": "0x" + blake2_256(raw(code)).hex()},
    ]


@pytest.mark.parametrize("prefix", ["0x", "0x26aa394eea5630e07c48ae0c9558cef7", CODE, "0xffff"])
def test_everything_below_a_key(
    line: Line, followed: Any, prefix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(methods, "PAGE", 7)
    pairs = line.call("state_getPairs", prefix)
    told = values(line, followed[0], {"key": prefix, "type": "descendantsValues"})
    assert [[item["key"], item["value"]] for item in told] == pairs
    hashes = values(line, followed[0], {"key": prefix, "type": "descendantsHashes"})
    assert hashes == [
        {"key": key, "hash": "0x" + blake2_256(raw(value)).hex()} for key, value in pairs
    ]


def test_of_an_older_block_what_it_held(line: Line, followed: tuple[str, str]) -> None:
    subscription, block = followed
    pairs = line.call("state_getPairs", "0x", block)
    line.chain.author_block()
    line.events(subscription)
    item = {"key": "0x", "type": "descendantsValues"}
    started = line.call("chainHead_v1_storage", subscription, block, [item], None)
    found: list[Any] = []
    for _ in range(1 + len(pairs) // methods.PAGE):
        for event in line.events(subscription):
            found += event.get("items", [])
        line.call("chainHead_v1_continue", subscription, started["operationId"])
    assert [[it["key"], it["value"]] for it in found] == pairs


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


def test_no_pallet_has_a_child_trie(line: Line, followed: tuple[str, str]) -> None:
    assert values(line, followed[0], {"key": CODE, "type": "value"}, child="0x1234") == []


@pytest.mark.parametrize(
    "items",
    [
        None,
        {},
        [1],
        [{}],
        [{"key": "0x00"}],
        [{"type": "value"}],
        [{"key": "0x00", "type": "nonsense"}],
        [{"key": "0x0", "type": "value"}],
        [{"key": "0x00", "type": ["value"]}],
        [{"key": "0x00", "type": "value", "paginationStartKey": "0x00"}],
    ],
)
def test_items_that_are_none(line: Line, followed: Any, items: Any) -> None:
    assert line.code("chainHead_v1_storage", *followed, items, None) == -32602


def test_the_nearest_node_below_a_key_by_its_merkle_value(line: Line, followed: Any) -> None:
    """Equal for what is below and nothing else: the root for the whole, what is named by a parent
    for a branch, and a leaf's own for all keys on the way to it."""
    kind = "closestDescendantMerkleValue"

    def of(key: str) -> str | None:
        found = values(line, followed[0], {"key": key, "type": kind})
        assert all(item["key"] == key for item in found)
        return found[0][kind] if found else None

    header = line.call("chain_getHeader", best(line))
    assert of("0x") == header["stateRoot"]
    assert of("0xffffffff") is None
    system = "0x26aa394eea5630e07c48ae0c9558cef7"
    keys = line.call("state_getKeys", system)
    proof = line.call("state_getReadProof", keys)["proof"]
    named = {"0x" + blake2_256(raw(node)).hex() for node in proof}
    assert of(system) in named
    leaf = of(CODE)
    assert leaf is not None
    assert of(CODE[:-2]) == leaf
    assert of(CODE + "00") is None
    before = of("0x3a")
    line.chain.author_block()
    line.events(followed[0])
    assert of("0x3a") == before
    assert of(system) not in named
