"""A trie whose nodes are fetched from a remote on demand.

The original trie is the *base*; others are made from it by updates. A missing node is always one of
the base's, at the same path, since an update makes new nodes of all that it moves. So if a node is
missing on the path to a key, the base's nodes on that path are needed.

The supplier answers for their belonging to the base: nodes are addressed by their hashes, so its
only possible fault is to omit some.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Final, Protocol, TypeVar

from local_node.state.children import DEFAULT_CHILD_PREFIX
from local_node.state.trie import MissingNode, NodeSource, StateUnavailable, Trie, Update
from local_node.state.trie_building import Builder
from local_node.state.trie_node import TrieNode

FIRST_PAGE: Final = 64
"""How many items are fetched first in an iteration; each further page is larger."""
LARGEST_PAGE: Final = 1000
"""The page limit of Substrate's node."""

T = TypeVar("T")


class Incomplete(StateUnavailable):
    """A node was not among those supplied for its keys."""

    def __init__(self, node_hash: bytes) -> None:
        super().__init__(
            f"trie node 0x{node_hash.hex()} was requested, but is not in the answer",
            hint="Ask another endpoint of the same network.",
        )
        self.node_hash = node_hash


class Supplier(Protocol):
    """Access to the base. `child` selects one of its default child tries; None is the state
    itself."""

    def supply(self, keys: Sequence[bytes], child: bytes | None) -> None:
        """Put the nodes on the paths to these keys, and the long values there, into the source."""

    def following(
        self, prefix: bytes, after: bytes | None, count: int, child: bytes | None
    ) -> list[bytes]:
        """The base's keys with this prefix after `after`, in order, at most `count`."""


class LazyTrie(Trie):
    """The tries made from one base, and their default child tries."""

    def __init__(self, source: NodeSource, supplier: Supplier) -> None:
        super().__init__(source)
        self._supplier = supplier
        self._children: dict[bytes, bytes] = {}
        """The storage keys of the child tries seen so far, by their roots."""

    def get(self, root: bytes, key: bytes) -> bytes | None:
        value = self._complete(root, (key,), lambda: Trie.get(self, root, key))
        if value is not None and key.startswith(DEFAULT_CHILD_PREFIX):
            self._children[value] = key[len(DEFAULT_CHILD_PREFIX) :]
        return value

    def update(self, root: bytes, changes: Mapping[bytes, bytes | None], layout: int = 1) -> Update:
        update = self._complete(root, changes, lambda: self._updated(root, changes, layout))
        if root in self._children:
            self._children[update.root] = self._children[root]
        return update

    def _updated(self, root: bytes, changes: Mapping[bytes, bytes | None], layout: int) -> Update:
        """Every node made counts as added: nodes of the old trie need not be on disk."""
        builder = Builder(self._load, hash_values=layout > 0)
        update = builder.update(root, changes)
        counts = {
            **update.counts,
            **{key: max(update.counts.get(key, 1), 1) for key in builder.made},
        }
        return Update(update.root, builder.made, counts, update.nodes)

    def proof(self, root: bytes, keys: Iterable[bytes]) -> list[bytes]:
        wanted = list(keys)
        return self._complete(root, wanted, lambda: Trie.proof(self, root, wanted))

    def merkle_value(self, root: bytes, prefix: bytes) -> bytes | None:
        return self._complete(root, (prefix,), lambda: Trie.merkle_value(self, root, prefix))

    def items(
        self, root: bytes, prefix: bytes = b"", start_after: bytes | None = None
    ) -> Iterator[tuple[bytes, bytes]]:
        for key, node in self._resumed(root, prefix, start_after):
            value = node.value
            if node.hashed:
                value = self.get(root, key)
            if value is not None:
                yield key, value

    def _in_order(self, root: bytes, prefix: bytes, after: bytes | None) -> Iterator[bytes]:
        for key, _ in self._resumed(root, prefix, after):
            yield key

    def _complete(self, root: bytes, keys: Collection[bytes], read: Callable[[], T]) -> T:
        """The result of `read`, after fetching the nodes that it needs on and beside the paths to
        `keys`."""
        missed = None
        while True:
            try:
                return read()
            except MissingNode as error:
                if error.node_hash == missed:
                    raise Incomplete(error.node_hash) from None
                missed = error.node_hash
                self._supplier.supply(
                    self._wanted(root, keys, error.node_hash), self._children.get(root)
                )

    def _wanted(self, root: bytes, keys: Collection[bytes], missing: bytes) -> list[bytes]:
        """The keys with a gap in their paths. A missing node in none of these paths may be a
        sibling: one that is merged into its parent when the parent's only other child is removed.
        Otherwise it is a long value, which any of the keys may hold."""
        gaps = {key: gap for key in keys if (gap := self._gap(root, key)) is not None}
        if missing in gaps.values():
            return list(gaps)
        beside = (self._beside(root, key, missing) for key in keys)
        found = next((key for key in beside if key is not None), None)
        return [*gaps, found] if found is not None else list(keys) or [b""]

    def _gap(self, root: bytes, key: bytes) -> bytes | None:
        """The first missing node on the path to a key."""
        try:
            for _ in self._descend(root, key.hex()):
                pass
        except MissingNode as error:
            return error.node_hash
        return None

    def _beside(self, root: bytes, key: bytes, missing: bytes) -> bytes | None:
        """A key below the missing node, if a node on the path to `key` refers to it."""
        path, depth = key.hex(), 0
        with suppress(MissingNode):
            for _, node, _ in self._descend(root, path):
                if not path.startswith(node.partial, depth):
                    return None
                depth += len(node.partial)
                for nibble, child in enumerate(node.children):
                    if child == missing:
                        way = f"{path[:depth]}{nibble:x}"
                        return bytes.fromhex(way if len(way) % 2 == 0 else way + "0")
                depth += 1
        return None

    def _resumed(
        self, root: bytes, prefix: bytes, start_after: bytes | None
    ) -> Iterator[tuple[bytes, TrieNode]]:
        """Keys in order with their nodes; if a node is missing, the next page of the base's keys is
        fetched, and the iteration resumes after the last key found."""
        last, pages = start_after, self._pages(root, prefix, start_after)
        while True:
            try:
                for path, node in self._walk_prefix(root, prefix, last):
                    last = bytes.fromhex(path)
                    yield last, node
            except MissingNode as error:
                if next(pages, None) is None:
                    raise Incomplete(error.node_hash) from None
            else:
                return

    def _pages(self, root: bytes, prefix: bytes, start_after: bytes | None) -> Iterator[bool]:
        """Fetch pages of the base's keys, one per step; the first also has the path to the start of
        the range, for which the base may have no key."""
        child, after, size = self._children.get(root), start_after, FIRST_PAGE
        edges = [prefix] if start_after is None else [prefix, start_after]
        while True:
            page = self._supplier.following(prefix, after, size, child)
            if not page and not edges:
                return
            self._supplier.supply([*edges, *page], child)
            yield True
            edges, size = [], min(2 * size, LARGEST_PAGE)
            if page:
                after = page[-1]
