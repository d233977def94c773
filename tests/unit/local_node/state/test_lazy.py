"""A trie that has only what it asked for, against one that has everything."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from local_node.state.children import DEFAULT_CHILD_PREFIX
from local_node.state.lazy import Incomplete, LazyTrie
from local_node.state.trie_node import hash_of
from tests.unit.local_node.state import reference
from tests.unit.local_node.state.memory import Growing, Nodes
from tests.unit.local_node.state.test_trie import apply, contents, keys, values


class Whole:
    """The base, whole; gives proofs of it, and counts how often it is asked."""

    def __init__(self, content: dict[bytes, bytes]) -> None:
        self.base = Growing(keep_all=True)
        self.base.apply({**content})
        self.nodes = Nodes()
        self.asked = 0

    def supply(self, keys: Sequence[bytes], child: bytes | None) -> None:
        self.asked += 1
        root = self.base.root
        if child is not None:
            found = self.base.trie.get(root, DEFAULT_CHILD_PREFIX + child)
            assert found is not None
            root = found
        for node in self.base.trie.proof(root, keys):
            self.nodes.data[hash_of(node)] = node

    def following(
        self, prefix: bytes, after: bytes | None, count: int, child: bytes | None
    ) -> list[bytes]:
        assert child is None
        return self.base.trie.keys(self.base.root, prefix, after, count)


class Partial:
    """A lazy trie over a base, changed in steps."""

    def __init__(self, content: dict[bytes, bytes]) -> None:
        self.whole = Whole(content)
        self.trie = LazyTrie(self.whole.nodes, self.whole)
        self.root = self.whole.base.root

    def apply(self, changes: dict[bytes, bytes | None]) -> bytes:
        update = self.trie.update(self.root, changes)
        self.whole.nodes.data.update(update.added)
        self.root = update.root
        return self.root


@st.composite
def histories(
    draw: st.DrawFn,
) -> tuple[dict[bytes, bytes], list[dict[bytes, bytes | None]]]:
    """A content, and changes that often hit it: removals make parents merge with what is left."""
    content = draw(contents)
    known = st.sampled_from(sorted(content)) if content else keys
    changed = st.dictionaries(st.one_of(known, keys), st.one_of(st.none(), values), max_size=8)
    return content, draw(st.lists(changed, min_size=1, max_size=4))


@example(
    (
        {b"\x00": b"", b"\x01": bytes(32), bytes(3): bytes(28)},
        [{b"\x00": b""}, {b"\x00": None, b"\x01": None}],
    )
)
@given(histories())
def test_roots_are_those_of_the_whole_trie(
    history: tuple[dict[bytes, bytes], list[dict[bytes, bytes | None]]],
) -> None:
    content, steps = history
    partial = Partial(content)
    for changes in steps:
        before = partial.root
        apply(content, changes)
        assert partial.apply(changes) == reference.root(content)
        difference = partial.trie.difference(before, partial.root)
        assert {key: content.get(key) for key in difference} == difference


@given(histories(), keys, st.one_of(st.none(), keys), st.integers(0, 5))
def test_reads_are_those_of_the_whole_trie(
    history: tuple[dict[bytes, bytes], list[dict[bytes, bytes | None]]],
    prefix: bytes,
    after: bytes | None,
    count: int,
) -> None:
    content, steps = history
    partial = Partial(content)
    whole = Growing(keep_all=True)
    whole.apply({**content})
    for changes in steps:
        partial.apply(changes)
        whole.apply(changes)
        apply(content, changes)
    root, lazy = partial.root, partial.trie
    assert lazy.get(root, prefix) == content.get(prefix)
    assert lazy.keys(root, prefix, after, count) == whole.trie.keys(root, prefix, after, count)
    assert dict(lazy.items(root, prefix)) == dict(whole.trie.items(root, prefix))
    assert list(islice(lazy.items(root, start_after=after), count)) == list(
        islice(whole.trie.items(root, start_after=after), count)
    )
    assert lazy.merkle_value(root, prefix) == whole.trie.merkle_value(root, prefix)
    assert lazy.proof(root, [prefix]) == whole.trie.proof(root, [prefix])


def test_a_key_is_asked_for_once_and_nothing_else_is_read() -> None:
    content = {bytes((first, second)): bytes(60) for first in range(64) for second in range(64)}
    partial = Partial(content)
    assert partial.trie.get(partial.root, bytes((7, 9))) == bytes(60)
    assert partial.trie.get(partial.root, bytes((7, 9))) == bytes(60)
    assert partial.whole.asked == 1
    assert len(partial.whole.nodes.data) < 10


def test_going_through_many_keys_takes_few_questions() -> None:
    content = {number.to_bytes(4, "big"): b"%d" % number * 12 for number in range(5000)}
    partial = Partial(content)
    assert dict(partial.trie.items(partial.root)) == content
    assert partial.whole.asked < 12


def test_writing_many_keys_unread_takes_one_question() -> None:
    content = {number.to_bytes(4, "big"): b"%d" % number * 12 for number in range(5000)}
    partial = Partial(content)
    changes: dict[bytes, bytes | None] = {
        number.to_bytes(4, "big"): b"new" for number in range(0, 5000, 7)
    }
    apply(content, changes)
    assert partial.apply(changes) == reference.root(content)
    assert partial.whole.asked == 1


def test_a_proof_brings_long_values_and_the_ways_to_other_keys() -> None:
    content = {bytes((number,)) * 8: bytes((number,)) * 60 for number in range(200)}
    partial = Partial(content)
    key, other = bytes((7,)) * 8, bytes((99,)) * 8
    partial.trie.get(partial.root, key)
    del partial.whole.nodes.data[hash_of(content[key])]
    expected = partial.whole.base.trie.proof(partial.root, [key, other])
    assert partial.trie.proof(partial.root, [key, other]) == expected


def test_what_is_not_supplied_is_a_typed_error() -> None:
    partial = Partial({bytes((number,)) * 8: bytes(40) for number in range(200)})
    partial.whole.base.trie.proof = lambda root, keys: []  # type: ignore[method-assign]
    with pytest.raises(Incomplete):
        partial.trie.get(partial.root, bytes((7,)) * 8)
    with pytest.raises(Incomplete):
        partial.trie.keys(partial.root)
    with pytest.raises(Incomplete):
        partial.apply({b"key": b"value"})


def test_a_child_trie_is_asked_for_under_its_own_name() -> None:
    inner = {bytes((number,)) * 4: bytes((number,)) * 50 for number in range(100)}
    place = DEFAULT_CHILD_PREFIX + b"contract"
    whole = Growing(keep_all=True)
    child_root = whole.trie.update(whole.root, inner)
    partial = Partial({place: child_root.root, b"other": b"value"})
    partial.whole.base.nodes.data.update(child_root.added)
    root = partial.trie.get(partial.root, place)
    assert root == child_root.root
    assert partial.trie.get(root, bytes((42,)) * 4) == bytes((42,)) * 50
    update = partial.trie.update(root, {bytes((42,)) * 4: None, bytes((43,)) * 4: b"new"})
    partial.whole.nodes.data.update(update.added)
    assert partial.trie.get(update.root, bytes((43,)) * 4) == b"new"
    assert partial.trie.get(update.root, bytes((44,)) * 4) == bytes((44,)) * 50
