"""The remote's values as it says them, for one that gives no proofs: nothing can be checked.

What the fork wrote is a trie of its own, with a byte in front of each value, and a lone byte for
what is gone. Its root stands in the headers: equal for equal changes, and not the remote's. Under
it lies what the remote says of the base, kept in the chain file: values, and which key follows
which.
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
"""Values of one question."""

_TABLES: Final = (
    "CREATE TABLE IF NOT EXISTS base_values (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS base_order (key BLOB PRIMARY KEY, next BLOB) WITHOUT ROWID",
)

Using = Callable[[], AbstractContextManager[sqlite3.Connection]]
"""The chain file, for one thread at a time."""


class BaseValues:
    """What the remote said of the base's values and of their order.

    `reading` gives the chain file, `writing` as well, in a transaction.
    """

    def __init__(self, source: Source, reading: Using, writing: Using) -> None:
        self.source = source
        self._reading = reading
        self._writing = writing
        with writing() as db:
            for statement in _TABLES:
                db.execute(statement)

    def get(self, key: bytes) -> bytes | None:
        """What a key holds."""
        found = self._kept(key)
        if found is None:
            value = self.source.ask(lambda remote, at: remote.value(key, at))
            self._keep({key: value})
            return value
        return found[0]

    def after(self, key: bytes) -> Iterator[bytes]:
        """Keys in order, those after one; the values of a page come along."""
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
        """Ask for many values at once, those that are not there yet."""
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
        """The keys of both, less those that are gone; the fork's own word counts."""
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
