"""One state of a store, by its root."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from local_node.state.store import Changes, Store
    from local_node.state.trie import Update


class State:
    """One immutable state of a store; the base of overlays."""

    def __init__(self, store: Store, root: bytes) -> None:
        self._store = store
        self.root = root

    def get(self, key: bytes) -> bytes | None:
        """The value under `key`, or None."""
        return self._store.get(self.root, key)

    def items_after(self, key: bytes, count: int) -> list[tuple[bytes, bytes]]:
        """At most `count` items with keys greater than `key`, in key order."""
        with self._store.reading(self.root) as flat:
            if flat is not None:
                return flat.items_after(key, count)
            return list(islice(self._store.trie.items(self.root, start_after=key), count))

    def keys(
        self, prefix: bytes = b"", start_after: bytes | None = None, count: int | None = None
    ) -> list[bytes]:
        """The keys with this prefix after `start_after`, in order, at most `count`."""
        with self._store.reading(self.root) as flat:
            if flat is not None:
                return flat.keys(prefix, start_after, count)
            return self._store.trie.keys(self.root, prefix, start_after, count)

    def items(self, prefix: bytes = b"") -> list[tuple[bytes, bytes]]:
        """The keys with this prefix and their values, in order."""
        with self._store.reading(self.root) as flat:
            if flat is not None:
                return flat.items(prefix)
            return list(self._store.trie.items(self.root, prefix))

    def proof(self, keys: list[bytes]) -> list[bytes]:
        """The trie nodes that prove the values of these keys, as in `state_getReadProof`."""
        with self._store.reading(self.root):
            return self._store.trie.proof(self.root, keys)

    def merkle_value(self, prefix: bytes) -> bytes | None:
        """The Merkle value of the node at `prefix` or nearest below it, None if there is none."""
        with self._store.reading(self.root):
            return self._store.trie.merkle_value(self.root, prefix)

    def since(self, older: State) -> Changes:
        """The changes from an older state to this one; None for a removed key."""
        with self._store.reading(self.root):
            return self._store.trie.difference(older.root, self.root)

    def at(self, root: bytes) -> State:
        """Another state of the same store, or a child trie."""
        return State(self._store, root)

    def update(self, changes: Changes, layout: int = 1) -> Update:
        """The trie that differs from this state by `changes`, with values stored as in `layout`."""
        return self._store.trie.update(self.root, changes, layout)
