"""One file per chain: blocks as a tree, trie nodes, and the head's state as a flat table.

A block is one transaction, so a process that dies at any moment loses at most the block in the
making. States are roots that hang on blocks; moving the head only moves pointers and brings the
flat table along by the difference of two tries. Every method may be called from any thread; no
lock is held longer than one read or one commit.
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
from local_node.state.blocks import BlockTree, Place, StoredBlock
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

    `keep` is how many states of the newest blocks are kept, None for all; the file remembers it,
    and `set_keep` changes it. Headers and bodies are kept for ever. `durable` flushes each block to
    the disk.
    """

    origin: ForkOrigin | None = None
    """Of what the chain is a fork, if it is one."""

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
        if path is None:  # it ends with the last who knows of it, and nothing is lost by that
            weakref.finalize(self, self._db.close).atexit = False

    def copy(self) -> Store:
        """Another store, in memory, with all that is in this one."""
        with self._using():
            return Store(source=self._db)

    def close(self) -> None:
        """Release the file; the store cannot be used afterwards."""
        with self._using():
            self._db.close()

    # Blocks

    @property
    def is_empty(self) -> bool:
        """There is no genesis yet."""
        return self._head.id is None

    @property
    def head(self) -> bytes:
        """Hash of the best block."""
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
        """What was stored as the block's justifications, if anything."""
        with self._using():
            return self._blocks.justifications(block_hash)

    def state_root(self, block_hash: bytes) -> bytes | None:
        """The root of a known block's state, None for an unknown block or a pruned state."""
        head = self._head
        if block_hash == head.hash:  # asked for each read: not while a block goes to the disk
            return head.root
        with self._using():
            place = self._blocks.place(block_hash)
            return place.root if place is not None and place.has_state else None

    def hash_at(self, number: int) -> bytes | None:
        """The block of the head's chain with this number."""
        with self._using():
            return self._blocks.hash_at(number)

    def newest(self, number: int) -> bytes:
        """The last block of the head's chain with this number or a lower one, from 0 up."""
        with self._using():
            return self._blocks.newest(number)

    def numbers(self, first: int = 0, count: int = -1) -> list[int]:
        """The numbers of the blocks on the head's chain from `first` up; at most `count`."""
        with self._using():
            return self._blocks.numbers(first, count)

    def children(self, block_hash: bytes) -> list[bytes]:
        """Blocks on top of this one, in the order in which they came."""
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
        """Put a block on disk as the new head, with the trie that leads to its state.

        States to keep are counted from block number `final` down, by default from the new head;
        above it all are kept. `changes` are those against its parent's state. Returned are those
        against the state of the head before, which is another one where the head moves to another
        branch. Raises `KeyError` for an unknown parent, `KnownBlock` for a block that is there.
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
        """Keep so many states from now on, None for all; those too many, as `commit` counts, go.

        Of blocks that were made while all were kept, nodes that are of no use any more stay in the
        file: nobody wrote down which they are.
        """
        with self._lock:
            nodes = NodeStore(self._db, keep)
            with transaction(self._db, self.path):
                self._write_notes({_KEEP: _encoded_keep(keep)})
                oldest = nodes.discard_below(self._head.number if final is None else final)
            nodes.kept_from(oldest)
            self._nodes, self.keep = nodes, keep

    def set_head(self, block_hash: bytes, notes: Mapping[str, bytes] | None = None) -> Changes:
        """Make another stored block the head; returns how the state changes by it.

        Raises `KeyError` for an unknown block, `MissingNode` for one whose state was pruned.
        """
        with self._using():
            head = self._blocks.place(block_hash)
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
        """The state with this root, whichever block it hangs on."""
        return State(self, root)

    def get(self, root: bytes, key: bytes) -> bytes | None:
        """What `key` holds in the state with this root.

        What memory holds of the head is answered while a block goes to the disk.
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
        """Whether memory holds what lies under `key` at the head, so that `get` need not wait."""
        return self._moves % 2 == 0 and self._flat.peek(key) is not None

    def take_if_free(self) -> bool:
        """Where nobody else uses the file, keep it so until `let_go`; whether it is so."""
        return self._lock.acquire(blocking=False)

    def let_go(self) -> None:
        self._lock.release()

    def read_node(self, node_hash: bytes) -> bytes | None:
        """The trie node or long value with this hash."""
        with self._using():
            return self._nodes.read(node_hash)

    def node_hashes(self) -> list[bytes]:
        """Every node and long value on disk."""
        with self._using():
            return self._nodes.hashes()

    @contextmanager
    def reading(self, root: bytes) -> Iterator[FlatState | None]:
        """The flat table if the head has this state, else None: then the trie has it."""
        with self._using():
            yield self._flat if root == self._head.root else None

    # Notes

    def note(self, key: str) -> bytes | None:
        """What was noted under `key`, if anything."""
        with self._using():
            row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
            return None if row is None else row[0]

    def set_notes(self, notes: Mapping[str, bytes]) -> None:
        """Note something about the chain, in a transaction of its own."""
        with self._lock, transaction(self._db, self.path):
            self._write_notes(notes)

    # What a runtime says of itself

    def runtime_answer(self, code: bytes, question: bytes) -> bytes | None:
        """What the runtime with this code hash answered, if it was kept."""
        with self._using():
            row = self._db.execute(
                "SELECT answer FROM runtime_answers WHERE code = ? AND question = ?",
                (code, question),
            ).fetchone()
            return None if row is None else zlib.decompress(row[0])

    def keep_runtime_answer(self, code: bytes, question: bytes, answer: bytes) -> None:
        """Keep an answer for when that runtime is no more; a store in memory ends before it."""
        if self.path is None:
            return
        with self._lock, transaction(self._db, self.path):
            self._db.execute(
                "INSERT OR IGNORE INTO runtime_answers VALUES (?, ?, ?)",
                (code, question, zlib.compress(answer, 1)),
            )

    def probe(self) -> None:
        """Write to the file as a block would, a few bytes; raises `ChainFileError` if it fails."""
        self.set_notes({_PROBE: b""})

    def check(self) -> list[str]:
        """What is wrong with the file: its pages, the head's trie, the flat table. Reads it all."""
        with self._using():
            rows = self._db.execute("PRAGMA integrity_check(20)").fetchall()
            problems = [str(row[0]) for row in rows if row[0] != "ok"]
            try:
                if dict(self._flat.items(b"")) != dict(self.trie.items(self._head.root)):
                    problems.append("the flat table differs from the head's trie")
            except MissingNode as error:
                problems.append(f"the head's state is incomplete: {error}")
            return problems

    # Inside

    @contextmanager
    def _using(self) -> Iterator[None]:
        with self._lock:
            try:
                yield
            except sqlite3.Error:
                with sqlite_errors(self.path):
                    raise

    def _move(self, head: Place, changes: Changes) -> None:
        """The disk has another head: memory follows. `_moves` is odd while it does."""
        self._moves += 1
        self._head = head
        self._flat.written(changes)
        self._moves += 1

    def _parent_of(self, block: StoredBlock) -> int | None:
        if block.number == 0 and self.is_empty:
            return None
        parent = self._blocks.place(block.parent_hash)
        if parent is None:
            raise KeyError(block.parent_hash)
        return parent.id

    def _write_head(self, head: Place, changes: Changes, notes: Mapping[str, bytes]) -> None:
        self._flat.write(changes)
        self._blocks.make_canon(head)
        self._write_notes({**notes, _HEAD: head.hash})

    def _write_notes(self, notes: Mapping[str, bytes]) -> None:
        self._db.executemany(
            "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", list(notes.items())
        )

    def _stored_head(self) -> Place:
        head_hash = self.note(_HEAD)
        if head_hash is None:
            return Place()
        head = self._blocks.place(head_hash)
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
