"""One state of a store reads alike whether it is the head's or an older one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from local_node.state.state import State
from local_node.state.store import Store, StoredBlock
from local_node.state.trie import EMPTY_ROOT
from tests.unit.local_node.state import reference

FIRST = {b"a": b"1", b"ab": b"2", b"b": b"3" * 40, b"c": b"4"}
CHANGES = {b"ab": None, b"b": b"5", b"bb": b"6"}
SECOND = {b"a": b"1", b"b": b"5", b"bb": b"6", b"c": b"4"}


@pytest.fixture
def states() -> Iterator[tuple[State, State]]:
    """A state and the one after it."""
    with closing(Store()) as store:
        state = store.state(EMPTY_ROOT)
        found = []
        for number, changes in enumerate((FIRST, CHANGES)):
            update = state.update(changes)
            parent = bytes([number - 1]) * 32 if number else bytes(32)
            block = StoredBlock(
                bytes([number + 1]) * 32 if number else b"\0" * 31 + b"\1",
                b"\0" * 31 + b"\1" if number else parent,
                number,
                update.root,
                b"",
                b"",
            )
            store.commit(block, update, changes)
            state = store.state(update.root)
            found.append(state)
        yield found[0], found[1]


def test_the_older_and_the_newer_read_as_they_were(states: tuple[State, State]) -> None:
    for state, content in zip(states, (FIRST, SECOND), strict=True):
        assert state.root == reference.root(content)
        items = sorted(content.items())
        assert state.items() == items
        assert [state.get(key) for key in (b"a", b"ab", b"zz")] == [
            content.get(key) for key in (b"a", b"ab", b"zz")
        ]
        assert state.items_after(b"a", 2) == items[1:3]
        assert state.keys(b"b") == [key for key in sorted(content) if key.startswith(b"b")]
        assert state.keys(start_after=b"a", count=1) == [items[1][0]]
        proof = state.proof([b"b", b"nothing"])
        assert reference.prove(state.root, proof, b"b") == content[b"b"]
        assert reference.prove(state.root, proof, b"nothing") is None


def test_what_differs_between_them(states: tuple[State, State]) -> None:
    older, newer = states
    assert newer.since(older) == CHANGES
    assert older.since(newer) == {b"ab": b"2", b"b": b"3" * 40, b"bb": None}
    assert newer.since(newer) == {}
    assert newer.at(older.root).items() == older.items()


def test_a_merkle_value_stands_for_all_below_a_prefix(states: tuple[State, State]) -> None:
    older, newer = states
    assert older.merkle_value(b"c") == newer.merkle_value(b"c") is not None
    assert older.merkle_value(b"b") != newer.merkle_value(b"b")
    assert older.merkle_value(b"zz") is None
    assert older.merkle_value(b"") == older.root
