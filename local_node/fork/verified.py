"""The remote's trie by its proofs: every node is checked by its hash and kept in the chain file.

A node is requested once and then read from the file, so a fork works without its remote as long as
it needs no further nodes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Protocol

from local_node.fork.source import Source
from local_node.state.trie_node import hash_of

PROVEN_AT_ONCE: Final = 1000
"""Keys of one proof."""


class NodeTable(Protocol):
    """The storage of nodes."""

    def keep_nodes(self, nodes: Mapping[bytes, bytes]) -> None:
        """Store nodes and long values of the base, by their hashes."""


class VerifiedTrie:
    """Supplies a `LazyTrie` with proven nodes."""

    def __init__(self, source: Source, table: NodeTable) -> None:
        self._source = source
        self._table = table

    def supply(self, keys: Sequence[bytes], child: bytes | None = None) -> None:
        for begin in range(0, len(keys), PROVEN_AT_ONCE):
            nodes = self._nodes(keys[begin : begin + PROVEN_AT_ONCE], child)
            self._table.keep_nodes({hash_of(node): node for node in nodes})

    def following(
        self, prefix: bytes, after: bytes | None, count: int, child: bytes | None = None
    ) -> list[bytes]:
        return self._source.ask(lambda remote, at: remote.keys(prefix, after, count, at, child))

    def _nodes(self, keys: Sequence[bytes], child: bytes | None) -> list[bytes]:
        return self._source.ask(lambda remote, at: remote.proof(keys, at, child))
