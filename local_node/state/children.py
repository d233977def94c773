"""Default child tries: separate tries whose roots lie in the state under a prefix.

All child tries of a block under construction share one overlay, whose keys begin with the child's
name, so that they take part in the transactions of the state. Their nodes are stored and counted
with those of the state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final, Protocol

from local_node.state.overlay import Overlay, Removal
from local_node.state.store import State
from local_node.state.trie_building import Update
from local_node.state.trie_node import EMPTY_ROOT, TrieNode

CHILD_PREFIX: Final = b":child_storage:"
"""Keys with this prefix belong to the host; a runtime cannot write them."""

DEFAULT_CHILD_PREFIX: Final = CHILD_PREFIX + b"default:"
_LENGTH_BYTES: Final = 4


class Top(Protocol):
    """The overlay of the state that holds the roots."""

    def get(self, key: bytes) -> bytes | None:
        """The value under `key`, or None."""

    def set(self, key: bytes, value: bytes) -> None:
        """Put `value` under `key`."""

    def delete(self, key: bytes) -> None:
        """Remove `key`."""


class _Below:
    """The child tries of one state as one backend; no read crosses from one into another."""

    def __init__(self, state: State) -> None:
        self._state = state

    def trie(self, storage_key: bytes) -> State:
        root = self._state.get(DEFAULT_CHILD_PREFIX + storage_key)
        return self._state.at(root or EMPTY_ROOT)

    def get(self, key: bytes) -> bytes | None:
        storage_key, inner = _parted(key)
        return self.trie(storage_key).get(inner)

    def items_after(self, key: bytes, count: int) -> list[tuple[bytes, bytes]]:
        storage_key, inner = _parted(key)
        name = _named(storage_key)
        items = self.trie(storage_key).items_after(inner, count)
        return [(name + found, value) for found, value in items]


class Children(Overlay):
    """Writes to the child tries of one state."""

    def __init__(self, state: State, top: Top) -> None:
        self._tries = _Below(state)
        super().__init__(self._tries)
        self._top = top

    def settle(self, storage_key: bytes, layout: int) -> Update:
        """Compute one child's root and write it to the state."""
        name = _named(storage_key)
        changes = {
            key[len(name) :]: value for key, value in self.changes().items() if key.startswith(name)
        }
        update = self._tries.trie(storage_key).update(changes, layout)
        place = DEFAULT_CHILD_PREFIX + storage_key
        wanted = None if update.root == EMPTY_ROOT else update.root
        if self._top.get(place) != wanted:
            if wanted is None:
                self._top.delete(place)
            else:
                self._top.set(place, wanted)
        return update

    def updates(self, layout: int) -> list[Update]:
        """Compute the roots of all children that were written to."""
        written = sorted({_parted(key)[0] for key in self._writes})
        return [self.settle(storage_key, layout) for storage_key in written]


class Child:
    """One child trie, with its own keys."""

    def __init__(self, children: Children, storage_key: bytes) -> None:
        self._children = children
        self._storage_key = storage_key
        self._name = _named(storage_key)

    def get(self, key: bytes) -> bytes | None:
        return self._children.get(self._name + key)

    def set(self, key: bytes, value: bytes) -> None:
        self._children.set(self._name + key, value)

    def delete(self, key: bytes) -> None:
        self._children.delete(self._name + key)

    def next_key(self, key: bytes) -> bytes | None:
        following = self._children.next_key(self._name + key)
        return self._inner(following)

    def remove_prefix(
        self, prefix: bytes, limit: int | None = None, start: bytes | None = None
    ) -> Removal:
        begin = None if start is None else self._name + start
        removal = self._children.remove_prefix(self._name + prefix, limit, begin)
        return removal._replace(cursor=self._inner(removal.cursor))

    def root(self, layout: int = 1) -> bytes:
        return self._children.settle(self._storage_key, layout).root

    def _inner(self, key: bytes | None) -> bytes | None:
        if key is None or not key.startswith(self._name):
            return None
        return key[len(self._name) :]


def merged(updates: Iterable[Update]) -> Update:
    """One update with the root of the first, and the added and removed nodes of all."""
    first, *others = updates
    if not others:
        return first
    counts: Counter[bytes] = Counter(first.counts)
    data, nodes = dict(first.added), dict[bytes, TrieNode](first.nodes)
    for other in others:
        counts.update(other.counts)
        data.update(other.added)
        nodes.update(other.nodes)
    kept = {key: count for key, count in counts.items() if count}
    added = {key: data[key] for key, count in kept.items() if count > 0}
    return Update(first.root, added, kept, nodes)


def _named(storage_key: bytes) -> bytes:
    """The prefix of a child's keys; no prefix is a prefix of another."""
    return len(storage_key).to_bytes(_LENGTH_BYTES, "big") + storage_key


def _parted(key: bytes) -> tuple[bytes, bytes]:
    end = _LENGTH_BYTES + int.from_bytes(key[:_LENGTH_BYTES], "big")
    return key[_LENGTH_BYTES:end], key[end:]
