"""What differs between blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from btsdk.keys.hashing import blake2_256
from tests.unit.local_node.chain.counter import u32
from tests.unit.local_node.rpc.archived import at, counted_line, raw, text
from tests.unit.local_node.rpc.line import Line


@pytest.fixture
def line() -> Iterator[Line]:
    with counted_line() as found:
        yield found


def diff(line: Line, *params: Any) -> list[Any]:
    events = line.events(line.call("archive_v1_storageDiff", *params))
    assert events.pop() == {"event": "storageDiffDone"}
    assert {event.pop("event") for event in events} <= {"storageDiff"}
    return events


@pytest.mark.parametrize(("new", "old"), [(2, None), (3, 2), (3, 1), (3, 0)])
def test_what_differs_between_blocks(line: Line, new: int, old: int | None) -> None:
    previous = [] if old is None else [at(line, old)]
    before = dict(line.call("state_getPairs", "0x", at(line, new - 1 if old is None else old)))
    after = dict(line.call("state_getPairs", "0x", at(line, new)))
    expected = []
    for key in sorted({*before, *after}):
        if before.get(key) != after.get(key):
            kind = "deleted" if key not in after else "modified" if key in before else "added"
            value = after.get(key, before.get(key))
            expected.append({"key": key, "value": value, "type": kind})
    assert expected
    assert diff(line, at(line, new), None, *previous) == expected


def test_differences_of_some_keys_by_hash(line: Line) -> None:
    block, key = at(line, 2), text(b"sum")
    items = [{"key": text(b"su"), "returnType": "hash"}]
    hashed = {"key": key, "hash": text(blake2_256(u32(9))), "type": "modified"}
    assert diff(line, block, items) == [hashed]
    assert diff(line, block, [{"returnType": "value", "childTrieKey": "0x00"}]) == []
    assert line.code("archive_v1_storageDiff", block, [{"key": key}]) == -32602


def test_a_block_that_does_not_lie_below(line: Line) -> None:
    """Off the best chain, above, and the same."""
    fork = at(line, 3)
    line.chain.revert_to(raw(at(line, 2)))
    line.chain.author_block()
    for new, old in ((at(line, 3), fork), (at(line, 1), at(line, 2)), (fork, fork)):
        (event,) = line.events(line.call("archive_v1_storageDiff", new, None, old))
        assert event["event"] == "storageDiffError"
    assert diff(line, fork, None, at(line, 1))
