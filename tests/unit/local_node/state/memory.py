"""A trie over a dictionary of nodes, which counts references as a store does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from local_node.state.trie import EMPTY_ROOT, Trie


class Nodes:
    """Keeps exactly the nodes of the newest trie, by the counts of each update."""

    def __init__(self) -> None:
        self.data: dict[bytes, bytes] = {}
        self.references: Counter[bytes] = Counter()

    def read_node(self, node_hash: bytes) -> bytes | None:
        return self.data.get(node_hash)


class Growing:
    """One trie that changes, without a cache so that every read goes to the nodes."""

    def __init__(self, *, keep_all: bool = False) -> None:
        self.nodes = Nodes()
        self.trie = Trie(self.nodes, cached_nodes=0)
        self.root = EMPTY_ROOT
        self.keep_all = keep_all

    def apply(self, changes: Mapping[bytes, bytes | None]) -> bytes:
        update = self.trie.update(self.root, changes)
        self.nodes.data.update(update.added)
        for key, count in update.counts.items():
            self.nodes.references[key] += count
            if self.nodes.references[key] == 0 and not self.keep_all:
                del self.nodes.data[key]
        self.root = update.root
        return self.root
