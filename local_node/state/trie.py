"""Merkle-Patricia tries in Substrate's layout V1, addressed by their roots.

A trie is immutable: `update` makes another one that shares every node off the changed paths, and
returns which nodes were added and removed. Nodes are content-addressed, in a `NodeSource`. The
result of `update` cannot be read before its nodes are in the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Final, Protocol

from btsdk.errors import BtError
from local_node.state.cache import Cache
from local_node.state.trie_building import Builder, Update, ordered_root, root_of
from local_node.state.trie_node import EMPTY_ROOT, HASH_BYTES, TrieNode, decode

__all__ = [
    "EMPTY_ROOT",
    "MissingNode",
    "NodeSource",
    "StateUnavailable",
    "Trie",
    "Update",
    "ordered_root",
    "root_of",
]

CACHED_NODES: Final = 8192


class MissingNode(BtError):
    """A node of the trie is missing: its state was pruned, or the file is damaged."""

    def __init__(self, node_hash: bytes) -> None:
        super().__init__(f"trie node 0x{node_hash.hex()} is missing")
        self.node_hash = node_hash


class StateUnavailable(BtError):
    """A state cannot be read at the moment: it is remote, and the remote does not supply it.

    The runtime is not at fault, so the operation in progress ends with this error and leaves
    nothing behind.
    """


class NodeSource(Protocol):
    """Storage of encoded nodes and long values by their blake2-256 hashes."""

    def read_node(self, node_hash: bytes) -> bytes | None:
        """The bytes with this hash, or None."""


class Trie:
    """Reads, compares and extends the tries of one source."""

    def __init__(self, source: NodeSource, cached_nodes: int = CACHED_NODES) -> None:
        self._source = source
        self._nodes: Cache[bytes, TrieNode] = Cache(cached_nodes)

    def update(self, root: bytes, changes: Mapping[bytes, bytes | None], layout: int = 1) -> Update:
        """The trie that differs from `root` by `changes` (None removes a key).

        New values are stored as in `layout`; existing ones are left as they are.
        """
        return Builder(self._load, hash_values=layout > 0).update(root, changes)

    def remember(self, update: Update) -> None:
        """Cache the nodes of an update for the next one."""
        for reference, node in update.nodes.items():
            self._nodes.put(reference, node)

    def get(self, root: bytes, key: bytes) -> bytes | None:
        """The value under `key`, or None."""
        for _, node, is_here in self._descend(root, key.hex()):
            if is_here:
                return self._value(node)
        return None

    def keys(
        self,
        root: bytes,
        prefix: bytes = b"",
        start_after: bytes | None = None,
        count: int | None = None,
    ) -> list[bytes]:
        """The keys with this prefix after `start_after`, in order, at most `count`."""
        return list(islice(self._in_order(root, prefix, start_after), count))

    def items(
        self, root: bytes, prefix: bytes = b"", start_after: bytes | None = None
    ) -> Iterator[tuple[bytes, bytes]]:
        """The keys with this prefix after `start_after` and their values, in order."""
        for path, node in self._walk_prefix(root, prefix, start_after):
            value = self._value(node)
            if value is not None:
                yield bytes.fromhex(path), value

    def proof(self, root: bytes, keys: Iterable[bytes]) -> list[bytes]:
        """The encoded nodes that prove the values of `keys`, or their absence; sorted.

        As in `state_getReadProof`: every hashed node on the paths, and the long values.
        """
        found = set()
        for key in keys:
            for reference, node, is_here in self._descend(root, key.hex()):
                if len(reference) == HASH_BYTES:
                    found.add(self._read(reference))
                if is_here and node.hashed and node.value is not None:
                    found.add(self._read(node.value))
        return sorted(found)

    def merkle_value(self, root: bytes, prefix: bytes) -> bytes | None:
        """The reference to the node at `prefix`, or else to the nearest one below it.

        That is the node's hash, or the node itself if it is shorter; None if no key begins with
        `prefix`.
        """
        path, depth = prefix.hex(), 0
        for reference, node, _ in self._descend(root, path):
            if (path[:depth] + node.partial).startswith(path):
                return reference
            depth += len(node.partial) + 1
        return None

    def difference(self, old: bytes, new: bytes) -> dict[bytes, bytes | None]:
        """The changes that lead from one trie to another; common subtrees are skipped."""
        changes: dict[bytes, bytes | None] = {}
        self._compare(self._position("", _root(old)), self._position("", _root(new)), changes)
        return changes

    def references(self, root: bytes) -> Iterator[tuple[bytes, bool]]:
        """Every hashed node and long value of a trie, with repetition; the flag marks values."""
        pending: list[bytes | TrieNode | None] = [_root(root)]
        while pending:
            reference = pending.pop()
            if not isinstance(reference, bytes):
                continue
            node = self._load(reference)
            if len(reference) == HASH_BYTES:
                yield reference, False
            if node.hashed and node.value is not None:
                yield node.value, True
            pending.extend(node.children)

    def _in_order(self, root: bytes, prefix: bytes, after: bytes | None) -> Iterator[bytes]:
        for path, _ in self._walk_prefix(root, prefix, after):
            yield bytes.fromhex(path)

    def _load(self, reference: bytes) -> TrieNode:
        node = self._nodes.get(reference)
        if node is None:
            data = self._read(reference) if len(reference) == HASH_BYTES else reference
            node = decode(data)
            self._nodes.put(reference, node)
        return node

    def _read(self, node_hash: bytes) -> bytes:
        data = self._source.read_node(node_hash)
        if data is None:
            raise MissingNode(node_hash)
        return data

    def _value(self, node: TrieNode) -> bytes | None:
        if node.hashed and node.value is not None:
            return self._read(node.value)
        return node.value

    def _descend(self, root: bytes, path: str) -> Iterator[tuple[bytes, TrieNode, bool]]:
        """The nodes on the path to `path`; the flag is true for one that is exactly there."""
        reference: bytes | TrieNode | None = _root(root)
        depth = 0
        while isinstance(reference, bytes):
            node = self._load(reference)
            if not path.startswith(node.partial, depth):
                yield reference, node, False
                return
            depth += len(node.partial)
            yield reference, node, depth == len(path)
            if depth == len(path) or not node.children:
                return
            reference = node.children[int(path[depth], 16)]
            depth += 1

    def _walk_prefix(
        self, root: bytes, prefix: bytes, start_after: bytes | None
    ) -> Iterator[tuple[str, TrieNode]]:
        path = prefix.hex()
        after = None if start_after is None else start_after.hex()
        if after is not None and after < path:
            after = None
        reference: bytes | TrieNode | None = _root(root)
        way = ""
        while isinstance(reference, bytes):
            node = self._load(reference)
            full = way + node.partial
            if full.startswith(path):
                yield from self._walk(node, full, after)
                return
            if not path.startswith(full) or not node.children:
                return
            way = path[: len(full) + 1]
            reference = node.children[int(way[-1], 16)]

    def _walk(self, node: TrieNode, path: str, after: str | None) -> Iterator[tuple[str, TrieNode]]:
        """The nodes with a value at and below `path` in order, those after `after`."""
        first = 0
        if after is not None:
            if after.startswith(path):
                first = int(after[len(path)], 16) if len(after) > len(path) else 0
            elif path < after:
                return
            else:
                after = None
        if after is None and node.value is not None:
            yield path, node
        for nibble, child in enumerate(node.children):
            if nibble >= first and isinstance(child, bytes):
                below = self._load(child)
                yield from self._walk(below, f"{path}{nibble:x}{below.partial}", after)

    def _position(self, way: str, reference: bytes | TrieNode | None) -> _Position:
        if not isinstance(reference, bytes):
            return None
        node = self._load(reference)
        return way + node.partial, node

    def _compare(self, old: _Position, new: _Position, changes: dict[bytes, bytes | None]) -> None:
        if old is None or new is None:
            self._note(old, False, changes)
            self._note(new, True, changes)
        elif old[0] == new[0]:
            self._compare_values(old, new, changes)
            for nibble in range(16):
                before, after = _child(old[1], nibble), _child(new[1], nibble)
                if before != after:
                    way = f"{old[0]}{nibble:x}"
                    self._compare(self._position(way, before), self._position(way, after), changes)
        elif new[0].startswith(old[0]):
            self._compare_above(old, new, changes, is_old_above=True)
        elif old[0].startswith(new[0]):
            self._compare_above(new, old, changes, is_old_above=False)
        else:
            self._note(old, False, changes)
            self._note(new, True, changes)

    def _compare_values(
        self,
        old: tuple[str, TrieNode],
        new: tuple[str, TrieNode],
        changes: dict[bytes, bytes | None],
    ) -> None:
        if (old[1].value, old[1].hashed) != (new[1].value, new[1].hashed):
            changes[bytes.fromhex(new[0])] = self._value(new[1])

    def _compare_above(
        self,
        above: tuple[str, TrieNode],
        below: tuple[str, TrieNode],
        changes: dict[bytes, bytes | None],
        *,
        is_old_above: bool,
    ) -> None:
        """Compare tries of which one has a node above a node of the other."""
        path, node = above
        if node.value is not None:
            changes[bytes.fromhex(path)] = None if is_old_above else self._value(node)
        on_the_way = int(below[0][len(path)], 16)
        for nibble in range(16):
            child = self._position(f"{path}{nibble:x}", _child(node, nibble))
            other = below if nibble == on_the_way else None
            if is_old_above:
                self._compare(child, other, changes)
            else:
                self._compare(other, child, changes)

    def _note(self, place: _Position, is_new: bool, changes: dict[bytes, bytes | None]) -> None:
        """Record everything below one place as new or removed (unless the other trie has it
        too)."""
        if place is None:
            return
        for path, node in self._walk(place[1], place[0], None):
            key = bytes.fromhex(path)
            if is_new:
                changes[key] = self._value(node)
            else:
                changes.setdefault(key, None)


_Position = tuple[str, TrieNode] | None
"""A node and its path."""


def _root(root: bytes) -> bytes | None:
    return None if root == EMPTY_ROOT else root


def _child(node: TrieNode, nibble: int) -> bytes | TrieNode | None:
    return node.children[nibble] if node.children else None
