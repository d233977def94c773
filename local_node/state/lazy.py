"""A trie most of which lies elsewhere: nodes are brought when somebody asks for what they hold.

The trie that there was to begin with is the *base*; others are made of it by updates. A node that
is missing is always one of the base's, and stands there at the same path, since an update makes
new nodes of all that it moves. So whatever is missing on the way to a key, the base's nodes on the
way to that key are what is needed.

Who supplies them answers for their being the base's: nodes are named by their hashes, so all that
it can do wrong is to leave some out.
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
"""How many items are brought at first when somebody goes through them; each page is larger."""
LARGEST_PAGE: Final = 1000
"""What Substrate's node gives at once."""

T = TypeVar("T")


class Incomplete(StateUnavailable):
    """A node was not among those that were supplied for the keys behind it."""

    def __init__(self, node_hash: bytes) -> None:
        super().__init__(
            f"trie node 0x{node_hash.hex()} was asked for, and what came back does not hold it",
            hint="Ask another endpoint of the same network.",
        )
        self.node_hash = node_hash


class Supplier(Protocol):
    """Knows the base. `child` names one of its default child tries; None is the state itself."""

    def supply(self, keys: Sequence[bytes], child: bytes | None) -> None:
        """Put the nodes on the ways to these keys, and the long values there, into the source."""

    def following(
        self, prefix: bytes, after: bytes | None, count: int, child: bytes | None
    ) -> list[bytes]:
        """The base's keys with this prefix in order, those after `after`, at most `count`."""


class LazyTrie(Trie):
    """The tries that were made of one base, and their default child tries."""

    def __init__(self, source: NodeSource, supplier: Supplier) -> None:
        super().__init__(source)
        self._supplier = supplier
        self._children: dict[bytes, bytes] = {}
        """By their roots, the storage keys of the child tries that were seen."""

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
        """All that was made counts as added: what the old trie has elsewhere need not be here."""
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
        """What `read` gives once all is there that it needs on and beside the ways to `keys`."""
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
        """The keys whose ways have gaps. Where the node that is missing is in none of them, it may
        stand beside them: one into which the only other child of its parent is merged, when that
        goes. Otherwise it is a long value, and any of the keys may be the one that holds it."""
        gaps = {key: gap for key in keys if (gap := self._gap(root, key)) is not None}
        if missing in gaps.values():
            return list(gaps)
        beside = (self._beside(root, key, missing) for key in keys)
        found = next((key for key in beside if key is not None), None)
        return [*gaps, found] if found is not None else list(keys) or [b""]

    def _gap(self, root: bytes, key: bytes) -> bytes | None:
        """The first node that is missing on the way to a key."""
        try:
            for _ in self._descend(root, key.hex()):
                pass
        except MissingNode as error:
            return error.node_hash
        return None

    def _beside(self, root: bytes, key: bytes, missing: bytes) -> bytes | None:
        """A key behind the node, if one on the way to `key` refers to it."""
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
        """Keys in order with their nodes; where one is missing, the next page of the base's keys is
        brought, and it goes on behind the last key that was found."""
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
        """Bring pages of the base's keys, one each time; the first with the way to where they
        begin, which the base may have no key for."""
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
