"""`archive_v1_*`: any block, by height or hash."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from btsdk.keys.hashing import blake2_256
from local_node.rpc.peer import Peer
from local_node.rpc.request import Request
from tests.unit.local_node.chain.counter import add, u32
from tests.unit.local_node.rpc.archived import at, counted_line, raw, text
from tests.unit.local_node.rpc.line import Line

UNKNOWN = "0x" + "ab" * 32


@pytest.fixture
def line() -> Iterator[Line]:
    with counted_line() as found:
        yield found


def test_blocks_by_height_and_hash(line: Line) -> None:
    assert line.call("archive_v1_finalizedHeight") == 3
    assert line.call("archive_v1_genesisHash") == at(line, 0)
    assert line.call("archive_v1_hashByHeight", 4) == []
    for number in range(4):
        block = at(line, number)
        assert blake2_256(raw(line.call("archive_v1_header", block))) == raw(block)
        legacy = line.call("chain_getBlock", block)["block"]
        assert line.call("archive_v1_body", block) == legacy["extrinsics"]
    assert text(add(1, 0, 5)) in line.call("archive_v1_body", at(line, 2))
    for method in ("header", "body"):
        assert line.call(f"archive_v1_{method}", UNKNOWN) is None
        assert line.code(f"archive_v1_{method}", "0x12") == -32602
    assert line.code("archive_v1_hashByHeight", -1) == -32602


def test_calls_on_any_block(line: Line) -> None:
    answer = line.call("archive_v1_call", at(line, 1), "Metadata_metadata", "0x")
    assert answer == {"success": True, "value": line.call("state_call", "Metadata_metadata", "0x")}
    assert line.call("archive_v1_call", UNKNOWN, "Core_version", "0x") is None
    failed = line.call("archive_v1_call", at(line, 1), "No_such_entry", "0x")
    assert failed["success"] is False
    assert "No_such_entry" in failed["error"]


def storage(line: Line, block: str, *items: dict[str, Any], child: Any = None) -> list[Any]:
    """Everything that is told, without the name of the event; it must end well."""
    events = line.events(line.call("archive_v1_storage", block, list(items), child))
    assert events.pop() == {"event": "storageDone"}
    assert {event.pop("event") for event in events} <= {"storage"}
    return events


def test_storage_of_a_block(line: Line) -> None:
    key = text(b"sum")
    assert storage(line, at(line, 2), {"key": key, "type": "value"}) == [
        {"key": key, "value": text(u32(9))}
    ]
    assert storage(line, at(line, 1), {"key": key, "type": "hash"}) == [
        {"key": key, "hash": text(blake2_256(u32(4)))}
    ]
    assert storage(line, at(line, 2), {"key": key, "type": "value"}, child="0x00") == []
    root = storage(line, at(line, 2), {"key": "0x", "type": "closestDescendantMerkleValue"})
    header = line.call("chain_getHeader", at(line, 2))
    assert root == [{"key": "0x", "closestDescendantMerkleValue": header["stateRoot"]}]


def test_everything_below_a_key_and_where_to_go_on(line: Line) -> None:
    for number in (2, 3):
        block = at(line, number)
        pairs = line.call("state_getPairs", "0x", block)
        item = {"key": "0x", "type": "descendantsValues"}
        told = [[it["key"], it["value"]] for it in storage(line, block, item)]
        assert told == pairs
        for after in (pairs[2][0], pairs[2][0] + "00"):
            rest = storage(line, block, {**item, "paginationStartKey": after})
            assert [[it["key"], it["value"]] for it in rest] == pairs[3:]


def test_a_state_that_is_not_there(line: Line) -> None:
    genesis = at(line, 0)
    while line.chain.best.number < 6:
        line.chain.author_block()
    for block in (UNKNOWN, genesis):
        (event,) = line.events(line.call("archive_v1_storage", block, [], None))
        assert event["event"] == "storageError"
        (event,) = line.events(line.call("archive_v1_storageDiff", block))
        assert event["event"] == "storageDiffError"


def test_what_is_told_to_its_end_is_over(line: Line) -> None:
    line.send("archive_v1_storage", at(line, 1), [{"key": text(b"sum"), "type": "value"}], None)
    assert line.order() == ["reply", "storage", "storageDone"]
    subscription = line.call("archive_v1_storage", at(line, 1), [], None)
    assert line.call("archive_v1_stopStorage", subscription) is None
    assert line.call("archive_v1_stopStorageDiff", subscription) is None


def test_whoever_goes_hears_no_more(line: Line) -> None:
    item = {"key": "0x", "type": "descendantsValues"}
    heard: list[str] = []

    def hear_one(text: str) -> None:
        heard.append(text)
        if "storage" in text:
            peer.close()

    peer = Peer(hear_one)
    request = {"jsonrpc": "2.0", "id": 1, "method": "archive_v1_storage"}
    params = [at(line, 1), [item], None]
    line.dispatcher.handle(Request(json.dumps({**request, "params": params})), peer)
    assert len(heard) == 2
