"""`chainHead_v1_*` as Polkadot's specification has it, on a chain whose blocks are asked for."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.keys.hashing import blake2_256
from local_node.rpc.chain_head import methods, operations
from tests.unit.local_node.rpc.chain_head.followed import best, raw
from tests.unit.local_node.rpc.line import Line


def test_the_reply_comes_before_the_first_event(line: Line) -> None:
    line.send("chainHead_v1_follow", False)
    assert line.order() == ["reply", "initialized", "bestBlockChanged"]


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
