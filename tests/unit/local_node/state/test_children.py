"""Child tries: apart from each other, in the transactions of the state, and with roots in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_node.state.children import DEFAULT_CHILD_PREFIX, Child, Children, merged
from local_node.state.overlay import Overlay
from local_node.state.store import Store
from local_node.state.trie import EMPTY_ROOT
from local_node.state.trie_building import Update
from tests.unit.local_node.state import reference


class Bench:
    def __init__(self, store: Store) -> None:
        state = store.state(EMPTY_ROOT)
        self.top = Overlay(state)
        self.children = Children(state, self.top)

    def child(self, name: bytes) -> Child:
        return Child(self.children, name)


@pytest.fixture
def bench() -> Iterator[Bench]:
    with closing(Store()) as store:
        yield Bench(store)


def test_the_name_of_one_child_may_begin_anothers(bench: Bench) -> None:
    short, long = bench.child(b"a"), bench.child(b"ab")
    short.set(b"bkey", b"of a")
    long.set(b"key", b"of ab")
    assert (short.get(b"bkey"), long.get(b"key")) == (b"of a", b"of ab")
    assert short.get(b"key") is long.get(b"bkey") is None
    assert short.next_key(b"") == b"bkey"
    assert short.next_key(b"bkey") is None
    assert long.next_key(b"key") is None
    assert short.remove_prefix(b"").unique == 1
    assert long.get(b"key") == b"of ab"


@given(
    st.dictionaries(
        st.sampled_from([b"", b"a", b"ab"]),
        st.dictionaries(st.binary(max_size=3), st.binary(max_size=40), max_size=6),
    )
)
def test_each_root_is_that_of_its_content(content: dict[bytes, dict[bytes, bytes]]) -> None:
    with closing(Store()) as store:
        bench = Bench(store)
        for name, items in content.items():
            for key, value in items.items():
                bench.child(name).set(key, value)
        for name, items in content.items():
            root = bench.child(name).root()
            assert root == reference.root(items)
            stored = bench.top.get(DEFAULT_CHILD_PREFIX + name)
            assert stored == (root if items else None)


def test_an_emptied_child_leaves_the_state(bench: Bench) -> None:
    child = bench.child(b"name")
    child.set(b"key", b"value")
    child.root()
    assert bench.top.get(DEFAULT_CHILD_PREFIX + b"name") is not None
    child.delete(b"key")
    assert child.root() == EMPTY_ROOT
    assert bench.top.get(DEFAULT_CHILD_PREFIX + b"name") is None


def test_removal_ends_with_the_child(bench: Bench) -> None:
    child = bench.child(b"name")
    for number in range(4):
        child.set(bytes([number]), b"x")
    bench.child(b"other").set(b"\0", b"x")
    removal = child.remove_prefix(b"\x01")
    assert (removal.unique, removal.cursor) == (1, None)
    assert child.next_key(b"\0") == b"\x02"
    assert child.remove_prefix(b"").unique == 3
    assert child.next_key(b"") is None
    assert bench.child(b"other").get(b"\0") == b"x"


def test_updates_are_added_up() -> None:
    one = Update(b"r" * 32, {b"n": b"node"}, {b"n": 1, b"gone": -1})
    other = Update(b"c" * 32, {b"n": b"node", b"m": b"more"}, {b"n": 1, b"m": 1})
    back = Update(b"d" * 32, {}, {b"m": -1})
    whole = merged([one, other, back])
    assert whole.root == one.root
    assert whole.counts == {b"n": 2, b"gone": -1}
    assert whole.added == {b"n": b"node"}
    assert whole.removed == [b"gone"]
    assert merged([one]) is one
