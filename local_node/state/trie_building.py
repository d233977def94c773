"""New tries from old ones: one pass over the sorted changes, touching only their paths.

`Builder` keeps an invariant: the nodes of the new trie, counted with repetition, are the nodes of
the old one, less `removed`, plus `added`. A store needs that to know which nodes a state still
uses, since equal subtrees in two places share their nodes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from btsdk.frozen import Frozen
from btsdk.scale.primitives import compact_encode
from local_node.state.trie_node import (
    EMPTY_NODE,
    EMPTY_ROOT,
    HASH_BYTES,
    MAX_INLINE_VALUE,
    TrieNode,
    encode,
    hash_of,
)

Item = tuple[str, bytes | None]
"""A change: the key as hex digits, and the new value or None."""

Load = Callable[[bytes], TrieNode]

Hasher = Callable[[bytes], bytes]
"""The hash function: any with 32 bytes of output; tries on disk always use blake2-256."""


class Update(Frozen, hidden=("added", "counts", "nodes")):
    """A new root, and the hashed nodes that are added and removed on the way to it (with
    repetition)."""

    root: bytes
    added: Mapping[bytes, bytes] = {}
    counts: Mapping[bytes, int] = {}
    nodes: Mapping[bytes, TrieNode] = {}

    @property
    def removed(self) -> list[bytes]:
        """Hashes of nodes that the new trie has fewer times, once for each time."""
        return [key for key, count in self.counts.items() if count < 0 for _ in range(-count)]


class Builder:
    """Makes one new trie; use it once. `load` returns the node of a reference in the old one."""

    def __init__(self, load: Load, *, hash_values: bool = True, hasher: Hasher = hash_of) -> None:
        self._load = load
        self._hash_values = hash_values
        self._hasher = hasher
        self._added: dict[bytes, bytes] = {}
        self._counts: Counter[bytes] = Counter()
        self._nodes: dict[bytes, TrieNode] = {}

    def update(self, root: bytes, changes: Mapping[bytes, bytes | None]) -> Update:
        """The trie that differs from `root` by `changes`."""
        items = sorted((key.hex(), value) for key, value in changes.items())
        old = None if root == EMPTY_ROOT else self._load(root)
        new = self._apply(old, items, 0)
        if new is old:
            return Update(root)
        if old is not None:
            self._counts[root] -= 1
        return self._finish(EMPTY_ROOT if new is None else self._seal_root(new))

    @property
    def made(self) -> Mapping[bytes, bytes]:
        """All hashed nodes and long values made, including those that the old trie had."""
        return self._added

    def from_scratch(self, items: Sequence[tuple[str, bytes]]) -> Update:
        """The trie of items that are sorted by path."""
        node = self._grow(items, 0)
        return self._finish(self._hasher(EMPTY_NODE) if node is None else self._seal_root(node))

    def _finish(self, root: bytes) -> Update:
        counts = {key: count for key, count in self._counts.items() if count}
        added = {key: self._added[key] for key, count in counts.items() if count > 0}
        return Update(root, added, counts, self._nodes)

    # Changing an old node

    def _apply(self, node: TrieNode | None, items: Sequence[Item], depth: int) -> TrieNode | None:
        """The node that replaces `node` after `items`, which are all below it or beside it.

        `depth` is the number of path digits that lead to the node. An unchanged node is returned as
        the same object; a new one may have unsealed children.
        """
        if not items:
            return node
        if node is None:
            kept = [(path, value) for path, value in items if value is not None]
            return self._grow(kept, depth)
        shared = _common(node.partial, items[0][0], depth)
        if len(items) > 1:
            shared = min(shared, _common(node.partial, items[-1][0], depth))
        target = node.copy() if shared == len(node.partial) else _split(node, shared)
        if not self._change(target, items, depth + shared) and target.partial == node.partial:
            return node
        return self._normal(target)

    def _change(self, node: TrieNode, items: Sequence[Item], depth: int) -> bool:
        """Change the value and children of a node at `depth`; returns whether anything changed."""
        changed = False
        start = 0
        if len(items[0][0]) == depth:
            changed = self._put_value(node, items[0][1])
            start = 1
        for nibble, low, high in _groups(items, start, depth):
            if not node.children:
                node.children = [None] * 16
            old = node.children[nibble]
            child = self._opened(old)
            new = self._apply(child, items[low:high], depth + 1)
            if new is not child:
                self._forget(old)
                node.children[nibble] = new
                changed = True
        return changed

    def _put_value(self, node: TrieNode, value: bytes | None) -> bool:
        hashed = value is not None and self._hash_values and len(value) > MAX_INLINE_VALUE
        stored = self._hasher(value) if hashed and value is not None else value
        if stored == node.value and hashed == node.hashed:
            return False
        if node.hashed and node.value is not None:
            self._counts[node.value] -= 1
        if hashed and value is not None and stored is not None:
            self._add(stored, value)
        node.value, node.hashed = stored, hashed
        return True

    def _normal(self, node: TrieNode) -> TrieNode | None:
        """The node without the forms that a trie must not have: empty, or a branch with a single
        child."""
        places = [index for index, child in enumerate(node.children) if child is not None]
        if not places:
            node.children = []
            return None if node.value is None else node
        if node.value is not None or len(places) > 1:
            return node
        old = node.children[places[0]]
        child = self._opened(old)
        assert child is not None
        self._forget(old)
        merged = child.copy()
        merged.partial = f"{node.partial}{places[0]:x}{child.partial}"
        return merged

    def _opened(self, child: bytes | TrieNode | None) -> TrieNode | None:
        return self._load(child) if isinstance(child, bytes) else child

    def _forget(self, child: bytes | TrieNode | None) -> None:
        if isinstance(child, bytes) and len(child) == HASH_BYTES:
            self._counts[child] -= 1

    # Making new nodes

    def _grow(self, items: Sequence[tuple[str, bytes]], depth: int) -> TrieNode | None:
        """A trie of these items alone, below the first `depth` digits of their paths."""
        if not items:
            return None
        first = items[0][0]
        shared = _common(first[depth:], items[-1][0], depth)
        node = TrieNode(first[depth : depth + shared], None)
        depth += shared
        start = 0
        if len(first) == depth:
            self._put_value(node, items[0][1])
            start = 1
        if start < len(items):
            node.children = [None] * 16
        for nibble, low, high in _groups(items, start, depth):
            node.children[nibble] = self._grow(items[low:high], depth + 1)
        return node

    def _seal_root(self, node: TrieNode) -> bytes:
        """The reference of a root, which is hashed even if its encoding is short."""
        data = self._sealed(node)
        return self._name(node, data)

    def _sealed(self, node: TrieNode) -> bytes:
        """The encoding of a node; unsealed children become references."""
        children = node.children
        for index, child in enumerate(children):
            if isinstance(child, TrieNode):
                data = self._sealed(child)
                children[index] = data if len(data) < HASH_BYTES else self._name(child, data)
        return encode(node)

    def _name(self, node: TrieNode, data: bytes) -> bytes:
        reference = self._hasher(data)
        self._add(reference, data)
        self._nodes[reference] = node
        return reference

    def _add(self, key: bytes, data: bytes) -> None:
        self._added[key] = data
        self._counts[key] += 1


def ordered_root(items: Sequence[bytes], layout: int = 0, hasher: Hasher = hash_of) -> bytes:
    """The root of a list: keys are compact indices; in layout V0 no value is hashed."""
    indexed = {compact_encode(index): item for index, item in enumerate(items)}
    return root_of(indexed, layout, hasher)


def root_of(items: Mapping[bytes, bytes], layout: int = 1, hasher: Hasher = hash_of) -> bytes:
    """The root of a trie of these items alone."""
    paths = sorted((key.hex(), value) for key, value in items.items())
    builder = Builder(_nothing, hash_values=layout > 0, hasher=hasher)
    return builder.from_scratch(paths).root


def _nothing(reference: bytes) -> TrieNode:
    raise AssertionError(f"a trie from scratch has no old node 0x{reference.hex()}")


def _split(node: TrieNode, at: int) -> TrieNode:
    """A branch above `node`, at the first `at` digits of its partial path."""
    below = node.copy()
    below.partial = node.partial[at + 1 :]
    branch = TrieNode(node.partial[:at], None, children=[None] * 16)
    branch.children[int(node.partial[at], 16)] = below
    return branch


def _common(partial: str, path: str, depth: int) -> int:
    """The number of digits that `partial` shares with `path` from `depth` on."""
    if path.startswith(partial, depth):
        return len(partial)
    for index, digit in enumerate(path[depth : depth + len(partial)]):
        if digit != partial[index]:
            return index
    return len(path) - depth


def _groups(
    items: Sequence[tuple[str, object]], start: int, depth: int
) -> list[tuple[int, int, int]]:
    """Runs of items with the same digit at `depth`: the digit, and the range of the run."""
    if len(items) - start == 1:
        return [(int(items[start][0][depth], 16), start, start + 1)]
    runs = []
    while start < len(items):
        digit = items[start][0][depth]
        end = start + 1
        while end < len(items) and items[end][0][depth] == digit:
            end += 1
        runs.append((int(digit, 16), start, end))
        start = end
    return runs
