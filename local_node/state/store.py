"""The store of one chain: blocks as a tree, trie nodes, and the head's state as a flat table.

A block is one transaction, so a crash at any moment loses at most the block under construction.
States are roots that belong to blocks; a move of the head only changes pointers and updates the
flat table by the difference of two tries. Every method may be called from any thread; no lock is
held longer than one read or one commit.
"""

from __future__ import annotations

import sqlite3
import threading
import weakref
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from btsdk.errors import ChainFileError
from local_node.state.blocks import BlockRow, BlockTree, StoredBlock
from local_node.state.file import copy_file, open_file, sqlite_errors, transaction
from local_node.state.flat import FlatState
from local_node.state.node_store import NodeStore
from local_node.state.state import State
from local_node.state.trie import MissingNode, Trie, Update

if TYPE_CHECKING:
    from local_node.state.origin import ForkOrigin

__all__ = ["Changes", "State", "Store", "StoredBlock"]

Changes = Mapping[bytes, "bytes | None"]

_KEEP: Final = "states_to_keep"
_HEAD: Final = "head"
_PROBE: Final = "probe"
_KEEP_ALL: Final = b"all"


class Store:
    """Blocks, states and notes of one chain, in a file or (path None) in memory.

    `keep` is the number of newest states to keep, None for all; the file stores it, and `set_keep`
    changes it. Headers and bodies are never pruned. `durable` flushes each block to the disk.
    """

    origin: ForkOrigin | None = None
    """The origin of the chain, if it is a fork."""

    def __init__(
        self,
        path: Path | str | None = None,
        keep: int | None = None,
        *,
        durable: bool = False,
        source: sqlite3.Connection | None = None,
    ) -> None:
        self.path = None if path is None else Path(path)
        self._lock = threading.RLock()
        self._db = open_file(self.path, durable=durable) if source is None else copy_file(source)
        self._blocks = BlockTree(self._db)
        self._flat = FlatState(self._db)
        self._moves = 0
        self.trie = Trie(self)
        try:
            self.keep = self._noted_keep(keep)
            self._nodes = NodeStore(self._db, self.keep)
            self._head = self._stored_head()
        except BaseException:
            self._db.close()
            raise
        if path is None:  # closed with its last reference; no data is lost by that
            weakref.finalize(self, self._db.close).atexit = False

    def copy(self) -> Store:
        """A copy of this store, in memory."""
        with self._using():
            return Store(source=self._db)

    def close(self) -> None:
        """Release the file; the store cannot be used afterwards."""
        with self._using():
            self._db.close()

    # Blocks

    @property
    def is_empty(self) -> bool:
        """Whether there is no genesis yet."""
        return self._head.id is None

    @property
    def head(self) -> bytes:
        """The hash of the best block."""
        return self._head.hash

    def header(self, block_hash: bytes) -> bytes | None:
        """The encoded header, None for an unknown block."""
        with self._using():
            return self._blocks.header(block_hash)

    def body(self, block_hash: bytes) -> bytes | None:
        """The encoded extrinsics, None for an unknown block."""
        with self._using():
            return self._blocks.body(block_hash)

    def justifications(self, block_hash: bytes) -> bytes | None:
        """The stored justifications of the block, if any."""
        with self._using():
            return self._blocks.justifications(block_hash)

    def state_root(self, block_hash: bytes) -> bytes | None:
        """The root of a known block's state, None for an unknown block or a pruned state."""
        head = self._head
        if (
            block_hash == head.hash
        ):  # needed for each read, so it must not wait for a block's commit
            return head.root
        with self._using():
            place = self._blocks.row(block_hash)
            return place.root if place is not None and place.has_state else None

    def hash_at(self, number: int) -> bytes | None:
        """The hash of the block with this number on the head's chain."""
        with self._using():
            return self._blocks.hash_at(number)

    def newest(self, number: int) -> bytes:
        """The hash of the last block with at most this number on the head's chain, from 0 up."""
        with self._using():
            return self._blocks.newest(number)

    def numbers(self, first: int = 0, count: int = -1) -> list[int]:
        """The numbers of the blocks on the head's chain from `first` up; at most `count`."""
        with self._using():
            return self._blocks.numbers(first, count)

    def children(self, block_hash: bytes) -> list[bytes]:
        """The children of a block, in order of arrival."""
        with self._using():
            return self._blocks.children(block_hash)

    def commit(
        self,
        block: StoredBlock,
        update: Update,
        changes: Changes,
        notes: Mapping[str, bytes] | None = None,
        final: int | None = None,
    ) -> Changes:
        """Store a block as the new head, with the trie that leads to its state.

        States to keep are counted from block number `final` down, by default from the new head;
        above it all are kept. `changes` are relative to the parent's state. The result is relative
        to the state of the previous head, which differs if the head moves to another branch. Raises
        `KeyError` for an unknown parent, `KnownBlock` for a stored block.
        """
        with self._lock:
            with transaction(self._db, self.path):
                parent = self._parent_of(block)
                head = self._blocks.insert(block, parent)
                self._nodes.add(head, update)
                if parent != self._head.id:
                    changes = self.trie.difference(self._head.root, update.root)
                self._write_head(head, changes, notes or {})
                oldest = self._nodes.discard_below(head.number if final is None else final)
            self._nodes.kept_from(oldest)
            self.trie.remember(update)
            self._move(head, changes)
            return changes

    def set_keep(self, keep: int | None, final: int | None = None) -> None:
        """Keep so many states from now on, None for all; states beyond that, as `commit` counts,
        are pruned.

        For blocks made while all states were kept, unused nodes stay in the file: their removal was
        not recorded.
        """
        with self._lock:
            nodes = NodeStore(self._db, keep)
            with transaction(self._db, self.path):
                self._write_notes({_KEEP: _encoded_keep(keep)})
                oldest = nodes.discard_below(self._head.number if final is None else final)
            nodes.kept_from(oldest)
            self._nodes, self.keep = nodes, keep

    def set_head(self, block_hash: bytes, notes: Mapping[str, bytes] | None = None) -> Changes:
        """Make another stored block the head; returns the change of the state.

        Raises `KeyError` for an unknown block, `MissingNode` for one whose state was pruned.
        """
        with self._using():
            head = self._blocks.row(block_hash)
            if head is None:
                raise KeyError(block_hash)
            if not head.has_state:
                raise MissingNode(head.root)
            with transaction(self._db, self.path):
                changes = self.trie.difference(self._head.root, head.root)
                self._write_head(head, changes, notes or {})
            self._move(head, changes)
            return changes

    # State

    def state(self, root: bytes) -> State:
        """The state with this root, of any block."""
        return State(self, root)

    def get(self, root: bytes, key: bytes) -> bytes | None:
        """The value of `key` in the state with this root.

        Cached values of the head's state are answered while a block is written to disk.
        """
        moves = self._moves
        remembered = self._flat.peek(key)
        is_of_head = root == self._head.root and moves == self._moves and moves % 2 == 0
        if remembered is not None and is_of_head:
            return remembered[0]
        with self._lock:
            if root != self._head.root:
                return self.trie.get(root, key)
            try:
                return self._flat.get(key)
            except sqlite3.Error:
                with sqlite_errors(self.path):
                    raise

    def has_at_hand(self, key: bytes) -> bool:
        """Whether the value of a key at the head is cached, so that `get` does not wait."""
        return self._moves % 2 == 0 and self._flat.peek(key) is not None

    def take_if_free(self) -> bool:
        """Take the file until `let_go`, if it is free; returns whether it was."""
        return self._lock.acquire(blocking=False)

    def let_go(self) -> None:
        self._lock.release()

    def read_node(self, node_hash: bytes) -> bytes | None:
        """The trie node or long value with this hash."""
        with self._using():
            return self._nodes.read(node_hash)

    def node_hashes(self) -> list[bytes]:
        """The hashes of all nodes and long values on disk."""
        with self._using():
            return self._nodes.hashes()

    @contextmanager
    def reading(self, root: bytes) -> Iterator[FlatState | None]:
        """The flat table if the head has this state, else None: the trie must be read."""
        with self._using():
            yield self._flat if root == self._head.root else None

    # Notes

    def note(self, key: str) -> bytes | None:
        """The note under `key`, if there is one."""
        with self._using():
            row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
            return None if row is None else row[0]

    def set_notes(self, notes: Mapping[str, bytes]) -> None:
        """Write notes about the chain, in a transaction of their own."""
        with self._lock, transaction(self._db, self.path):
            self._write_notes(notes)

    # Answers of runtimes

    def runtime_answer(self, code: bytes, question: bytes) -> bytes | None:
        """The stored answer of the runtime with this code hash, if there is one."""
        with self._using():
            row = self._db.execute(
                "SELECT answer FROM runtime_answers WHERE code = ? AND question = ?",
                (code, question),
            ).fetchone()
            return None if row is None else zlib.decompress(row[0])

    def keep_runtime_answer(self, code: bytes, question: bytes, answer: bytes) -> None:
        """Store an answer, for use after an upgrade to another runtime; not for a store in
        memory."""
        if self.path is None:
            return
        with self._lock, transaction(self._db, self.path):
            self._db.execute(
                "INSERT OR IGNORE INTO runtime_answers VALUES (?, ?, ?)",
                (code, question, zlib.compress(answer, 1)),
            )

    def probe(self) -> None:
        """Write a few bytes to the file as a block would; raises `ChainFileError` on failure."""
        self.set_notes({_PROBE: b""})

    def check(self) -> list[str]:
        """The faults of the file: its pages, the head's trie, the flat table. Reads all of it."""
        with self._using():
            rows = self._db.execute("PRAGMA integrity_check(20)").fetchall()
            problems = [str(row[0]) for row in rows if row[0] != "ok"]
            try:
                if dict(self._flat.items(b"")) != dict(self.trie.items(self._head.root)):
                    problems.append("the flat table differs from the head's trie")
            except MissingNode as error:
                problems.append(f"the head's state is incomplete: {error}")
            return problems

    # Internals

    @contextmanager
    def _using(self) -> Iterator[None]:
        with self._lock:
            try:
                yield
            except sqlite3.Error:
                with sqlite_errors(self.path):
                    raise

    def _move(self, head: BlockRow, changes: Changes) -> None:
        """Follow a new head on disk in memory. `_moves` is odd meanwhile."""
        self._moves += 1
        self._head = head
        self._flat.written(changes)
        self._moves += 1

    def _parent_of(self, block: StoredBlock) -> int | None:
        if block.number == 0 and self.is_empty:
            return None
        parent = self._blocks.row(block.parent_hash)
        if parent is None:
            raise KeyError(block.parent_hash)
        return parent.id

    def _write_head(self, head: BlockRow, changes: Changes, notes: Mapping[str, bytes]) -> None:
        self._flat.write(changes)
        self._blocks.make_canon(head)
        self._write_notes({**notes, _HEAD: head.hash})

    def _write_notes(self, notes: Mapping[str, bytes]) -> None:
        self._db.executemany(
            "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", list(notes.items())
        )

    def _stored_head(self) -> BlockRow:
        head_hash = self.note(_HEAD)
        if head_hash is None:
            return BlockRow()
        head = self._blocks.row(head_hash)
        if head is None:
            raise ChainFileError(str(self.path), f"its head 0x{head_hash.hex()} is missing")
        return head

    def _noted_keep(self, wanted: int | None) -> int | None:
        noted = self.note(_KEEP)
        if noted is None:
            self.set_notes({_KEEP: _encoded_keep(wanted)})
            return wanted
        return None if noted == _KEEP_ALL else int(noted)


def _encoded_keep(keep: int | None) -> bytes:
    return _KEEP_ALL if keep is None else str(keep).encode()
