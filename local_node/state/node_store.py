"""Trie nodes on disk, with reference counts for pruning.

A node's count is the number of times that blocks on disk added it, less the number of times that a
pruned block's successor removed it; a journal keeps the changes of each block. Pruning the oldest
state of the head's chain first drops every branch that starts there (with the nodes its blocks
added), then releases the nodes that the successor removed. Both are exact, since equal nodes are
counted once for each place in a trie.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable

from local_node.state.blocks import BlockRow
from local_node.state.trie import Update
from local_node.state.trie_node import HASH_BYTES


class NodeStore:
    """Reads, adds and prunes nodes; writes run within a transaction.

    `keep` is the number of states to keep along the head's chain, None for all.
    """

    def __init__(self, db: sqlite3.Connection, keep: int | None) -> None:
        self._db = db
        self._keep = keep
        self._oldest = self._oldest_state()

    def read(self, node_hash: bytes) -> bytes | None:
        """The node or long value with this hash."""
        row = self._db.execute("SELECT data FROM nodes WHERE hash = ?", (node_hash,)).fetchone()
        return None if row is None else row[0]

    def hashes(self) -> list[bytes]:
        """The hashes of all nodes and long values."""
        return [row[0] for row in self._db.execute("SELECT hash FROM nodes")]

    def add(self, block: BlockRow, update: Update) -> None:
        """Store the nodes of a new block's state."""
        self._db.executemany(
            "INSERT INTO nodes (hash, refs, data) VALUES (?, ?, ?)"
            " ON CONFLICT (hash) DO UPDATE SET refs = refs + excluded.refs",
            [(key, update.counts[key], data) for key, data in sorted(update.added.items())],
        )
        if self._keep is not None:
            added = b"".join(key * update.counts[key] for key in update.added)
            self._db.execute(
                "INSERT INTO journal (block, added, removed) VALUES (?, ?, ?)",
                (block.id, added, b"".join(update.removed)),
            )

    def discard_below(self, head_number: int) -> int:
        """Prune the states of the head's chain beyond those to keep; returns the number of the
        oldest kept one, for `kept_from` after the commit."""
        oldest = self._oldest
        while self._keep is not None and oldest <= head_number - self._keep:
            following, successor = self._following(oldest)
            self._discard(self._canon(oldest), successor)
            oldest = following
        return oldest

    def kept_from(self, oldest: int) -> None:
        """Record that a transaction that pruned states was committed."""
        self._oldest = oldest

    def _oldest_state(self) -> int:
        row = self._db.execute(
            "SELECT canon.number FROM canon JOIN blocks ON id = block WHERE has_state"
            " ORDER BY canon.number LIMIT 1"
        ).fetchone()
        return 0 if row is None else int(row[0])

    def _discard(self, block: int, successor: int) -> None:
        for child in self._children(block):
            if child != successor:
                self._drop_branch(child)
        journal = self._take_journal(successor)
        if journal is not None:
            self._release(_hashes(journal[1]))
        self._forget_state(block)

    def _drop_branch(self, block: int) -> None:
        pending = [block]
        while pending:
            block = pending.pop()
            pending.extend(self._children(block))
            journal = self._take_journal(block)
            if journal is not None:
                self._release(_hashes(journal[0]))
            self._forget_state(block)

    def _release(self, hashes: Iterable[bytes]) -> None:
        counts = Counter(hashes)
        self._db.executemany(
            "UPDATE nodes SET refs = refs - ? WHERE hash = ?",
            [(count, key) for key, count in counts.items()],
        )
        self._db.executemany(
            "DELETE FROM nodes WHERE hash = ? AND refs <= 0", [(key,) for key in counts]
        )

    def _canon(self, number: int) -> int:
        row = self._db.execute("SELECT block FROM canon WHERE number = ?", (number,)).fetchone()
        return int(row[0])

    def _following(self, number: int) -> tuple[int, int]:
        """The number and row of the next block of the head's chain; numbers may be skipped."""
        row = self._db.execute(
            "SELECT number, block FROM canon WHERE number > ? ORDER BY number LIMIT 1", (number,)
        ).fetchone()
        return int(row[0]), int(row[1])

    def _children(self, block: int) -> list[int]:
        rows = self._db.execute("SELECT id FROM blocks WHERE parent = ?", (block,))
        return [row[0] for row in rows]

    def _take_journal(self, block: int) -> tuple[bytes, bytes] | None:
        row = self._db.execute(
            "SELECT added, removed FROM journal WHERE block = ?", (block,)
        ).fetchone()
        self._db.execute("DELETE FROM journal WHERE block = ?", (block,))
        return row if row is None else (row[0], row[1])

    def _forget_state(self, block: int) -> None:
        self._db.execute("UPDATE blocks SET has_state = 0 WHERE id = ?", (block,))


def _hashes(joined: bytes) -> list[bytes]:
    return [joined[at : at + HASH_BYTES] for at in range(0, len(joined), HASH_BYTES)]
