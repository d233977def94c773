"""The chain file of a fork: its own blocks as in any chain file, on a remote state.

There is no flat table of the head, since the state is incomplete: reads use the trie, and no lock
is held during a request to the remote. Every state of the fork is kept. Blocks below the base are
the remote's; they are requested by number, and are not on disk.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from local_node.chain.block import Block, Header, encode_body
from local_node.chain.genesis import stored
from local_node.fork.remote import Remote
from local_node.fork.source import Source
from local_node.fork.unverified import BaseValues, UnverifiedTrie
from local_node.fork.verified import VerifiedTrie
from local_node.state.blocks import BlockRow
from local_node.state.cache import Cache
from local_node.state.file import transaction
from local_node.state.flat import FlatState
from local_node.state.lazy import LazyTrie
from local_node.state.origin import ForkOrigin
from local_node.state.store import Changes, Store
from local_node.state.trie import Trie, Update
from local_node.state.trie_node import EMPTY_ROOT, hash_of

_REMEMBERED: Final = 256
"""Cached blocks of the remote."""


class ForkStore(Store):
    """Blocks, states and notes of a fork, in a file or (path None) in memory.

    `remote` is connected when data is needed that is not in the file.
    """

    def __init__(
        self,
        path: Path | None,
        origin: ForkOrigin,
        remote: Remote | None = None,
        *,
        source: sqlite3.Connection | None = None,
    ) -> None:
        super().__init__(path, source=source)
        self.origin: ForkOrigin = origin
        self.base = Source(origin, remote)
        self._older: Cache[bytes, Block] = Cache(_REMEMBERED)
        try:
            self._supplier, self.trie = self._supply()
        except BaseException:
            super().close()
            raise

    def copy(self) -> ForkStore:
        """A copy of this fork, in memory."""
        with self._using():
            return ForkStore(None, self.origin, source=self._db)

    def close(self) -> None:
        self.base.close()
        super().close()

    def begin(self, genesis: Header, base: Block) -> None:
        """Store the first block of the remote, and the base, in an empty file."""
        nothing = Update(EMPTY_ROOT)
        if base.number:
            self.commit(stored(Block(genesis, ())), nothing, {})
            self._forget_states()
        root = base.header.state_root if self.origin.proofs else EMPTY_ROOT
        block = stored(base)._replace(parent_hash=genesis.hash, state_root=root)
        self.commit(block, Update(root), {})

    def bring(self, keys: Sequence[bytes]) -> None:
        """Fetch the values of these keys in the base, many at a time."""
        if isinstance(self._supplier, BaseValues):
            self._supplier.bring(keys)
        else:
            self._supplier.supply(keys)

    def base_keys(
        self, begins: Sequence[tuple[bytes, bytes | None]], count: int
    ) -> list[list[bytes]]:
        """The keys of the base for each prefix and start key; at most `count`."""
        return self.base.ask(lambda remote, at: remote.first_keys(begins, count, at))

    def keep_nodes(self, nodes: Mapping[bytes, bytes]) -> None:
        """Store nodes and long values of the base, by their hashes."""
        with self._writing() as db:
            db.executemany(
                "INSERT OR IGNORE INTO nodes (hash, refs, data) VALUES (?, 1, ?)",
                list(nodes.items()),
            )

    # Blocks

    def hash_at(self, number: int) -> bytes | None:
        """The hash of the block with this number on the head's chain; below the base the remote is
        asked."""
        found = super().hash_at(number)
        if found is not None or not 0 < number < self.origin.number:
            return found
        block = self.base.ask(lambda remote, at: _numbered(remote, number))
        if block is None:
            return None
        self._older.put(block.hash, block)
        return block.hash

    def newest(self, number: int) -> bytes:
        """The hash of the last block with at most this number, from the base up."""
        return super().newest(max(number, self.origin.number))

    def header(self, block_hash: bytes) -> bytes | None:
        older = self._older.get(block_hash)
        return super().header(block_hash) if older is None else older.header.encode()

    def body(self, block_hash: bytes) -> bytes | None:
        older = self._older.get(block_hash)
        return super().body(block_hash) if older is None else encode_body(older.extrinsics)

    # State

    def get(self, root: bytes, key: bytes) -> bytes | None:
        """The value of `key` in the state with this root."""
        return self.trie.get(root, key)

    @contextmanager
    def reading(self, root: bytes) -> Iterator[FlatState | None]:
        """There is no flat table, and no lock while the trie is read."""
        yield None

    def check(self) -> list[str]:
        """The faults of the file: its pages, and the nodes in it. Sends no requests."""
        with self._using():
            rows = self._db.execute("PRAGMA integrity_check(20)").fetchall()
            problems = [str(row[0]) for row in rows if row[0] != "ok"]
            for name, data in self._db.execute("SELECT hash, data FROM nodes"):
                if hash_of(data) != name:
                    problems.append(f"trie node 0x{name.hex()} does not match its hash")
            return problems

    # Internals

    def _supply(self) -> tuple[VerifiedTrie | BaseValues, Trie]:
        if self.origin.proofs:
            proven = VerifiedTrie(self.base, self)
            return proven, LazyTrie(self, proven)
        values = BaseValues(self.base, self._reading, self._writing)
        return values, UnverifiedTrie(self, values)

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._using():
            yield self._db

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._lock, transaction(self._db, self.path):
            yield self._db

    def _forget_states(self) -> None:
        """Mark the blocks so far as stateless: of the remote's blocks only the headers are
        stored."""
        with self._writing() as db:
            db.execute("UPDATE blocks SET has_state = 0")

    def _write_head(self, head: BlockRow, changes: Changes, notes: Mapping[str, bytes]) -> None:
        super()._write_head(head, {}, notes)

    def _move(self, head: BlockRow, changes: Changes) -> None:
        super()._move(head, {})


def _numbered(remote: Remote, number: int) -> Block | None:
    name = remote.hash_at(number)
    return None if name is None else remote.block(name)
