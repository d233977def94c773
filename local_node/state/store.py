"""One file per chain: blocks as a tree, trie nodes, and the head's state as a flat table.

A block is one transaction, so a process that dies at any moment loses at most the block in the
making. States are roots that hang on blocks; moving the head only moves pointers and brings the
flat table along by the difference of two tries. Every method may be called from any thread; no
lock is held longer than one read or one commit.
"""

from __future__ import annotations

import sqlite3
import threading
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Final

from btsdk.errors import ChainFileError
from local_node.state.blocks import BlockTree, Place, StoredBlock
from local_node.state.file import copy_file, open_file, sqlite_errors, transaction
from local_node.state.flat import FlatState
from local_node.state.nodes import Nodes
from local_node.state.trie import MissingNode, Trie, Update

__all__ = ["Changes", "State", "Store", "StoredBlock"]

Changes = Mapping[bytes, "bytes | None"]

_KEEP: Final = "states_to_keep"
_HEAD: Final = "head"
_PROBE: Final = "probe"
_KEEP_ALL: Final = b"all"


class Store:
    """Blocks, states and notes of one chain, in a file or (path None) in memory.

    `keep` is how many states of the newest blocks are kept, None for all; it is fixed when the file
    is made. Headers and bodies are kept for ever. `durable` flushes each block to the disk.
    """

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
            self.keep = self._fixed_keep(keep)
            self._nodes = Nodes(self._db, self.keep)
            self._head = self._stored_head()
        except BaseException:
            self._db.close()
            raise

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
    ) -> Changes:
        """Put a block on disk as the new head, with the trie that leads to its state.

        `changes` are those against its parent's state. Returned are those against the state of the
        head before, which is another one where the head moves to another branch.
        """
        with self._lock:
            with transaction(self._db, self.path):
                parent = self._parent_of(block)
                head = self._blocks.insert(block, parent)
                self._nodes.add(head, update)
                if parent != self._head.id:
                    changes = self.trie.difference(self._head.root, update.root)
                self._write_head(head, changes, notes or {})
                oldest = self._nodes.discard_below(head.number)
            self._nodes.kept_from(oldest)
            self.trie.remember(update)
            self._move(head, changes)
            return changes

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

    def _fixed_keep(self, wanted: int | None) -> int | None:
        noted = self.note(_KEEP)
        if noted is None:
            self.set_notes({_KEEP: _KEEP_ALL if wanted is None else str(wanted).encode()})
            return wanted
        return None if noted == _KEEP_ALL else int(noted)


class State:
    """One immutable state of a store; what an overlay stands on."""

    def __init__(self, store: Store, root: bytes) -> None:
        self._store = store
        self.root = root

    def get(self, key: bytes) -> bytes | None:
        """The value under `key`, or None."""
        return self._store.get(self.root, key)

    def items_after(self, key: bytes, count: int) -> list[tuple[bytes, bytes]]:
        """At most `count` items with keys greater than `key`, in key order."""
        with self._store.reading(self.root) as flat:
            if flat is not None:
                return flat.items_after(key, count)
            return list(islice(self._store.trie.items(self.root, start_after=key), count))

    def keys(
        self, prefix: bytes = b"", start_after: bytes | None = None, count: int | None = None
    ) -> list[bytes]:
        """Keys with this prefix in order, those after `start_after`, at most `count`."""
        with self._store.reading(self.root) as flat:
            if flat is not None:
                return flat.keys(prefix, start_after, count)
            return self._store.trie.keys(self.root, prefix, start_after, count)

    def items(self, prefix: bytes = b"") -> list[tuple[bytes, bytes]]:
        """Keys with this prefix and their values, in order."""
        with self._store.reading(self.root) as flat:
            if flat is not None:
                return flat.items(prefix)
            return list(self._store.trie.items(self.root, prefix))

    def proof(self, keys: list[bytes]) -> list[bytes]:
        """Trie nodes that show what these keys hold, as `state_getReadProof` gives them."""
        with self._store.reading(self.root):
            return self._store.trie.proof(self.root, keys)

    def merkle_value(self, prefix: bytes) -> bytes | None:
        """The Merkle value of the node at `prefix` or nearest below it, None without any."""
        with self._store.reading(self.root):
            return self._store.trie.merkle_value(self.root, prefix)

    def since(self, older: State) -> Changes:
        """What differs in this state from an older one; None for a key that is gone."""
        with self._store.reading(self.root):
            return self._store.trie.difference(older.root, self.root)

    def at(self, root: bytes) -> State:
        """Another state of the same store; a child trie is one, too."""
        return State(self._store, root)

    def update(self, changes: Changes, layout: int = 1) -> Update:
        """The trie that differs from this state by `changes`, with values as `layout` has them."""
        return self._store.trie.update(self.root, changes, layout)
