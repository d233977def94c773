"""The tree of blocks as rows, and the head's chain in it.

The store sees hashes and encoded bytes only; of a header, callers name number, parent and state
root.
"""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from local_node.state.trie_node import EMPTY_ROOT, HASH_BYTES


class StoredBlock(NamedTuple):
    """A block in the form in which it is stored."""

    hash: bytes
    parent_hash: bytes
    number: int
    state_root: bytes
    header: bytes
    body: bytes
    justifications: bytes | None = None


class KnownBlock(Exception):
    """The block to be stored is on disk already."""


class BlockRow(NamedTuple):
    """A stored block's row: `id` is None before there is a genesis."""

    id: int | None = None
    hash: bytes = bytes(HASH_BYTES)
    number: int = -1
    root: bytes = EMPTY_ROOT
    has_state: bool = True


class BlockTree:
    """The tables `blocks` and `canon`; writes run inside the caller's transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def row(self, block_hash: bytes) -> BlockRow | None:
        row = self._db.execute(
            "SELECT id, number, state_root, has_state FROM blocks WHERE hash = ?", (block_hash,)
        ).fetchone()
        return None if row is None else BlockRow(row[0], block_hash, row[1], row[2], bool(row[3]))

    def header(self, block_hash: bytes) -> bytes | None:
        return self._value("SELECT header FROM blocks WHERE hash = ?", block_hash)

    def body(self, block_hash: bytes) -> bytes | None:
        return self._value("SELECT body FROM blocks WHERE hash = ?", block_hash)

    def justifications(self, block_hash: bytes) -> bytes | None:
        return self._value("SELECT justifications FROM blocks WHERE hash = ?", block_hash)

    def hash_at(self, number: int) -> bytes | None:
        """The hash of the block with this number on the head's chain."""
        return self._value(
            "SELECT hash FROM canon JOIN blocks ON id = block WHERE canon.number = ?", number
        )

    def newest(self, number: int) -> bytes:
        """The hash of the last block with at most this number on the head's chain, from 0 up."""
        found = self._value(
            "SELECT hash FROM canon JOIN blocks ON id = block WHERE canon.number <= ?"
            " ORDER BY canon.number DESC LIMIT 1",
            number,
        )
        assert found is not None, "there is a genesis"
        return found

    def numbers(self, first: int = 0, count: int = -1) -> list[int]:
        """The numbers of the blocks on the head's chain from `first` up; at most `count`."""
        rows = self._db.execute(
            "SELECT number FROM canon WHERE number >= ? ORDER BY number LIMIT ?", (first, count)
        )
        return [row[0] for row in rows]

    def children(self, block_hash: bytes) -> list[bytes]:
        """The children of a block, in order of arrival."""
        rows = self._db.execute(
            "SELECT child.hash FROM blocks AS child JOIN blocks AS parent"
            " ON child.parent = parent.id WHERE parent.hash = ? ORDER BY child.id",
            (block_hash,),
        )
        return [row[0] for row in rows]

    def insert(self, block: StoredBlock, parent: int | None) -> BlockRow:
        """Store a block; raises `KnownBlock`."""
        try:
            return self._insert(block, parent)
        except sqlite3.IntegrityError as error:
            raise KnownBlock(block.hash) from error

    def _insert(self, block: StoredBlock, parent: int | None) -> BlockRow:
        row = self._db.execute(
            "INSERT INTO blocks (hash, parent, number, state_root, has_state, header, body,"
            " justifications) VALUES (?, ?, ?, ?, 1, ?, ?, ?)",
            (
                block.hash,
                parent,
                block.number,
                block.state_root,
                block.header,
                block.body,
                block.justifications,
            ),
        )
        return BlockRow(row.lastrowid, block.hash, block.number, block.state_root)

    def make_canon(self, head: BlockRow) -> None:
        """Make `head` the end of the head's chain; only the difference is written."""
        self._db.execute("DELETE FROM canon WHERE number > ?", (head.number,))
        block, number = head.id, head.number
        while block is not None and self._canon(number) != block:
            self._db.execute(
                "INSERT OR REPLACE INTO canon (number, block) VALUES (?, ?)", (number, block)
            )
            above = number
            block, number = self._parent(block)
            # Numbers that a block skipped belong to no block, even if they did before.
            self._db.execute("DELETE FROM canon WHERE number > ? AND number < ?", (number, above))

    def _canon(self, number: int) -> int | None:
        row = self._db.execute("SELECT block FROM canon WHERE number = ?", (number,)).fetchone()
        return None if row is None else int(row[0])

    def _parent(self, block: int) -> tuple[int | None, int]:
        row = self._db.execute(
            "SELECT parent.id, parent.number FROM blocks AS child"
            " LEFT JOIN blocks AS parent ON child.parent = parent.id WHERE child.id = ?",
            (block,),
        ).fetchone()
        return (None, -1) if row[0] is None else (int(row[0]), int(row[1]))

    def _value(self, query: str, value: object) -> bytes | None:
        row = self._db.execute(query, (value,)).fetchone()
        return None if row is None else row[0]
