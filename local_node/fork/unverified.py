"""The remote's values without proofs: nothing can be checked.

The fork's own writes are a trie with a byte in front of each value, and a lone byte for a removed
key. Its root is in the headers: equal for equal changes, but not the remote's. Below it are the
remote's answers about the base, kept in the chain file: values, and the order of keys.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from heapq import merge
from typing import Final

from local_node.fork.errors import NoProofs
from local_node.fork.source import Source
from local_node.state.lazy import FIRST_PAGE, LARGEST_PAGE
from local_node.state.trie import NodeSource, Trie, Update

_GONE: Final = b"\x00"
_HELD: Final = b"\x01"
_MOST_VALUES: Final = 256
"""Values per request."""

_TABLES: Final = (
    "CREATE TABLE IF NOT EXISTS base_values (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS base_order (key BLOB PRIMARY KEY, next BLOB) WITHOUT ROWID",
)

Using = Callable[[], AbstractContextManager[sqlite3.Connection]]
"""The chain file, for one thread at a time."""


class BaseValues:
    """The remote's answers about the base's values and their order.

    `reading` opens the chain file; `writing` opens it in a transaction.
    """

    def __init__(self, source: Source, reading: Using, writing: Using) -> None:
        self.source = source
        self._reading = reading
        self._writing = writing
        with writing() as db:
            for statement in _TABLES:
                db.execute(statement)

    def get(self, key: bytes) -> bytes | None:
        """The value of a key."""
        found = self._kept(key)
        if found is None:
            value = self.source.ask(lambda remote, at: remote.value(key, at))
            self._keep({key: value})
            return value
        return found[0]

    def after(self, key: bytes) -> Iterator[bytes]:
        """The keys after one, in order; the values of a page are fetched with it."""
        size = FIRST_PAGE
        while True:
            row = self._row("SELECT next FROM base_order WHERE key = ?", key)
            if row is None:
                self._read_on(key, size)
                size = min(2 * size, LARGEST_PAGE)
            elif row[0] is None:
                return
            else:
                key = row[0]
                yield key

    def bring(self, keys: Iterable[bytes]) -> None:
        """Fetch many values at once, except those that are stored."""
        wanted = [key for key in keys if self._kept(key) is None]
        for begin in range(0, len(wanted), _MOST_VALUES):
            part = wanted[begin : begin + _MOST_VALUES]
            self._keep(self._values(part))

    def _values(self, keys: list[bytes]) -> dict[bytes, bytes | None]:
        return self.source.ask(lambda remote, at: remote.values(keys, at))

    def _read_on(self, key: bytes, size: int) -> None:
        page = self.source.ask(lambda remote, at: remote.keys(b"", key, size, at))
        self.bring(page)
        ends: list[bytes | None] = [None] if len(page) < size else []
        following = [*page, *ends]
        with self._writing() as db:
            rows = zip([key, *page], following, strict=False)
            db.executemany("INSERT OR REPLACE INTO base_order VALUES (?, ?)", list(rows))

    def _kept(self, key: bytes) -> tuple[bytes | None] | None:
        return self._row("SELECT value FROM base_values WHERE key = ?", key)

    def _keep(self, values: Mapping[bytes, bytes | None]) -> None:
        with self._writing() as db:
            db.executemany("INSERT OR REPLACE INTO base_values VALUES (?, ?)", list(values.items()))

    def _row(self, query: str, key: bytes) -> tuple[bytes | None] | None:
        with self._reading() as db:
            row: tuple[bytes | None] | None = db.execute(query, (key,)).fetchone()
        return row


class UnverifiedTrie(Trie):
    """States whose roots are those of their changes to the base; the base's is the empty trie's."""

    def __init__(self, nodes: NodeSource, base: BaseValues) -> None:
        super().__init__(nodes)
        self._base = base

    def get(self, root: bytes, key: bytes) -> bytes | None:
        found = super().get(root, key)
        return self._base.get(key) if found is None else _held(found)

    def update(self, root: bytes, changes: Mapping[bytes, bytes | None], layout: int = 1) -> Update:
        written = {key: _GONE if value is None else _HELD + value for key, value in changes.items()}
        return super().update(root, dict(written), layout)

    def items(
        self, root: bytes, prefix: bytes = b"", start_after: bytes | None = None
    ) -> Iterator[tuple[bytes, bytes]]:
        for key in self._in_order(root, prefix, start_after):
            value = self.get(root, key)
            if value is not None:
                yield key, value

    def difference(self, old: bytes, new: bytes) -> dict[bytes, bytes | None]:
        changes = super().difference(old, new)
        return {
            key: self._base.get(key) if value is None else _held(value)
            for key, value in changes.items()
        }

    def proof(self, root: bytes, keys: Iterable[bytes]) -> list[bytes]:
        raise NoProofs(self._base.source.origin.url, "the fork can give none")

    def merkle_value(self, root: bytes, prefix: bytes) -> bytes | None:
        raise NoProofs(self._base.source.origin.url, "no Merkle value is known")

    def _in_order(self, root: bytes, prefix: bytes, after: bytes | None) -> Iterator[bytes]:
        """The keys of both tries, except removed ones; the fork's own entries take precedence."""
        own = dict(super().items(root, prefix, after))
        last: bytes | None = None
        for key in merge(sorted(own), self._of_base(prefix, after)):
            if key != last and own.get(key) != _GONE:
                yield key
            last = key

    def _of_base(self, prefix: bytes, after: bytes | None) -> Iterator[bytes]:
        if after is None or after < prefix:
            if prefix and self._base.get(prefix) is not None:
                yield prefix
            after = prefix
        for key in self._base.after(after):
            if not key.startswith(prefix):
                return
            yield key


def _held(found: bytes) -> bytes | None:
    return None if found == _GONE else found[1:]
