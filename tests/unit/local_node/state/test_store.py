"""The store: commits, branches, heads, pruning, reopening, and files that it must refuse."""

from __future__ import annotations

import gc
import sqlite3
import warnings
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from btsdk.errors import ChainFileError
from local_node.state.store import Store, StoredBlock
from local_node.state.trie import EMPTY_ROOT, MissingNode
from local_node.state.trie_node import hash_of
from tests.unit.local_node.state import reference

Content = dict[bytes, bytes]


class Grower:
    """Puts blocks into a store and remembers what each block's state must be."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.states: dict[bytes, Content] = {}
        self.numbers: dict[bytes, int] = {}
        self.parents: dict[bytes, bytes] = {}

    def grow(
        self, parent: bytes | None, changes: dict[bytes, bytes | None], final: int | None = None
    ) -> bytes:
        content = dict(self.states[parent]) if parent else {}
        before = self.states.get(self.store.head, {})
        for key, value in changes.items():
            content.pop(key, None)
            if value is not None:
                content[key] = value
        number = self.numbers[parent] + 1 if parent else 0
        name = hash_of(f"{parent!r}{len(self.states)}".encode())
        root = self.store.state_root(parent) if parent else EMPTY_ROOT
        assert root is not None
        update = self.store.state(root).update(changes)
        block = StoredBlock(
            name, parent or bytes(32), number, update.root, b"h" + name, b"b" + name
        )
        told = self.store.commit(block, update, changes, None, final)
        effective = {key: told[key] for key in told if before.get(key) != told[key]}
        assert effective == {
            key: content.get(key)
            for key in {*before, *content}
            if before.get(key) != content.get(key)
        }
        self.states[name], self.numbers[name] = content, number
        self.parents[name] = parent or bytes(32)
        return name

    def chain(self, block: bytes) -> list[bytes]:
        blocks = []
        while block in self.states:
            blocks.append(block)
            block = self.parents[block]
        return blocks

    def assert_state(self, block: bytes) -> None:
        root = self.store.state_root(block)
        assert root == reference.root(self.states[block])
        state = self.store.state(root)
        assert dict(state.items()) == self.states[block]
        assert state.keys() == sorted(self.states[block])
        for key, value in self.states[block].items():
            assert state.get(key) == value


def some(number: int) -> dict[bytes, bytes | None]:
    return {b"number": bytes([number]), b"key" + bytes([number % 7]): bytes([number]) * 40}


def test_what_is_committed_is_there_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "chain"
    grower = Grower(Store(path))
    block = None
    for number in range(5):
        block = grower.grow(block, some(number))
    assert block is not None
    grower.store.set_notes({"offset": b"17"})
    grower.store.close()

    grower.store = Store(path)
    assert grower.store.head == block
    assert grower.store.note("offset") == b"17"
    assert grower.store.header(block) == b"h" + block
    assert grower.store.body(block) == b"b" + block
    for known in grower.states:
        grower.assert_state(known)
        assert grower.store.hash_at(grower.numbers[known]) == known
    assert grower.store.check() == []
    grower.store.close()


def test_heads_move_between_branches() -> None:
    grower = Grower(Store())
    genesis = grower.grow(None, some(0))
    left = grower.grow(grower.grow(genesis, some(1)), {b"left": b"l" * 50})
    right = grower.grow(genesis, {b"number": None, b"right": b"r"})
    assert grower.store.head == right
    assert grower.store.hash_at(2) is None
    grower.store.set_head(left)
    assert [grower.store.hash_at(number) for number in (2, 1, 0)] == grower.chain(left)
    assert len(grower.store.children(genesis)) == 2
    for block in (genesis, left, right):
        grower.assert_state(block)
    assert grower.store.check() == []
    with pytest.raises(KeyError):
        grower.store.set_head(bytes(32))


moves = st.lists(
    st.tuples(
        st.sampled_from(["grow", "fork", "revert"]),
        st.integers(0, 3),
        st.dictionaries(
            st.binary(min_size=1, max_size=2),
            st.one_of(st.none(), st.sampled_from([b"x", b"same" * 10, b"other" * 9])),
            max_size=4,
        ),
    ),
    max_size=25,
)


@settings(deadline=None, max_examples=60)
@given(moves)
def test_pruning_keeps_exactly_the_newest_states(
    walk: list[tuple[str, int, dict[bytes, bytes | None]]],
) -> None:
    keep = 3
    store = Store(keep=keep)
    grower = Grower(store)
    block = grower.grow(None, some(0))
    highest = 0
    for kind, back, changes in walk:
        target = grower.chain(block)[min(back, grower.numbers[block])]
        if store.state_root(target) is None:
            with pytest.raises(MissingNode):
                store.set_head(target)
            continue
        if kind == "revert":
            store.set_head(target)
            block = target
        else:
            block = grower.grow(target if kind == "fork" else block, {b"n": None, **changes})
        highest = max(highest, grower.numbers[block])
    kept = [name for name in grower.states if store.state_root(name) is not None]
    for name in kept:
        grower.assert_state(name)
    assert all(name in kept for name in grower.chain(block)[:1])
    assert all(grower.numbers[name] > highest - keep for name in kept)
    used: Counter[bytes] = Counter()
    for name in kept:
        used.update({node for node, _ in store.trie.references(store.state_root(name) or b"")})
    assert nodes_of(store) == set(used)
    assert store.check() == []
    store.close()


def nodes_of(store: Store) -> set[bytes]:
    """Every node that the file still holds."""
    return set(store.node_hashes())


def test_the_number_of_states_to_keep_is_the_files(tmp_path: Path) -> None:
    path = tmp_path / "chain"
    Store(path, keep=5).close()
    again = Store(path, keep=None)
    assert again.keep == 5
    again.close()


def lengths(store: Store, grower: Grower) -> int:
    """How many states are there, all of them whole."""
    kept = [name for name in grower.states if store.state_root(name) is not None]
    for name in kept:
        grower.assert_state(name)
    assert store.check() == []
    return len(kept)


def test_another_number_of_states_from_now_on(tmp_path: Path) -> None:
    store = Store(tmp_path / "chain", keep=3)
    grower = Grower(store)
    block = grower.grow(None, some(0))
    kept = []
    for keep in (3, 5, None, 2):
        store.set_keep(keep)
        for number in range(6):
            block = grower.grow(block, {**some(number), b"keep": str(keep).encode()})
        kept.append(lengths(store, grower))
    assert kept == [3, 5, 11, 2]
    store.close()
    again = Store(tmp_path / "chain")
    assert again.keep == 2
    again.close()


def test_fewer_states_are_fewer_at_once() -> None:
    store = Store(keep=6)
    grower = Grower(store)
    block = grower.grow(None, some(0))
    for number in range(8):
        block = grower.grow(block, some(number))
    store.set_keep(2)
    assert lengths(store, grower) == 2
    used = {
        node
        for name in grower.states
        if (root := store.state_root(name)) is not None
        for node, _ in store.trie.references(root)
    }
    assert nodes_of(store) == used


def test_states_above_the_final_block_are_kept_beside() -> None:
    store = Store(keep=2)
    grower = Grower(store)
    block = grower.grow(None, some(0))
    for number in range(8):
        block = grower.grow(block, some(number), final=max(0, number - 3))
    assert lengths(store, grower) == 6
    store.set_keep(1, final=4)
    assert lengths(store, grower) == 5


def test_a_failed_commit_leaves_nothing() -> None:
    grower = Grower(Store())
    genesis = grower.grow(None, some(0))
    root = grower.store.state_root(genesis) or b""
    update = grower.store.state(root).update({b"number": b"changed"})
    orphan = StoredBlock(b"o" * 32, b"unknown" + bytes(25), 1, update.root, b"", b"")
    with pytest.raises(KeyError):
        grower.store.commit(orphan, update, {b"number": b"changed"})
    assert grower.store.head == genesis
    assert grower.store.header(b"o" * 32) is None
    grower.assert_state(genesis)


def test_a_file_is_held_by_one(tmp_path: Path) -> None:
    first = Store(tmp_path / "chain")
    with pytest.raises(ChainFileError, match="in use by another process") as caught:
        Store(tmp_path / "chain")
    assert caught.value.hint
    first.close()
    Store(tmp_path / "chain").close()


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE songs (title TEXT)")
    db.close()


def newer(path: Path) -> None:
    Store(path).close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.close()


def noise(path: Path) -> None:
    path.write_bytes(b"this is no database, whatever its name says" * 100)


def damaged(path: Path) -> None:
    grower = Grower(Store(path))
    block = grower.grow(None, {bytes([n]): bytes([n]) * 2000 for n in range(200)})
    grower.grow(block, some(1))
    grower.store.close()
    content = bytearray(path.read_bytes())
    content[4096 : 4096 * 40] = b"\xee" * (4096 * 39)
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (foreign, "another program"),
        (newer, "format 99"),
        (noise, "not a chain file"),
        (damaged, "damaged"),
    ],
)
def test_other_files_are_refused_with_what_to_do(
    tmp_path: Path, spoil: Callable[[Path], None], reason: str
) -> None:
    path = tmp_path / "chain"
    spoil(path)
    with pytest.raises(ChainFileError, match=reason) as caught:
        Store(path).check()
    assert str(path) in str(caught.value)
    assert caught.value.hint


def test_a_directory_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(ChainFileError, match="cannot be opened"):
        Store(tmp_path / "nowhere" / "chain")


def test_a_store_in_memory_ends_with_whoever_knows_of_it() -> None:
    """From Python 3.13 on a connection that nobody closed complains."""
    with warnings.catch_warnings(record=True) as complaints:
        warnings.simplefilter("always")
        Store().copy()
        gc.collect()
    assert complaints == []
