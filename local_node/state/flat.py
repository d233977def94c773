"""The head's state as one flat table, for reads and scans without a walk of the trie.

The table always equals the trie of the head's root: both change in the same transaction. Recently
read or written values are cached.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Final

from local_node.state.cache import Cache

_CACHED_VALUES: Final = 16384


class FlatState:
    """The raw keys and values of one state, in key order."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._values: Cache[bytes, tuple[bytes | None]] = Cache(_CACHED_VALUES)

    def get(self, key: bytes) -> bytes | None:
        """The value under `key`, or None."""
        cached = self._values.get(key)
        if cached is None:
            row = self._db.execute("SELECT value FROM head WHERE key = ?", (key,)).fetchone()
            cached = (None if row is None else row[0],)
            self._values.put(key, cached)
        return cached[0]

    def peek(self, key: bytes) -> tuple[bytes | None] | None:
        """The cached value of `key`, in a tuple; None if it is not cached."""
        return self._values.peek(key)

    def items_after(self, key: bytes, count: int) -> list[tuple[bytes, bytes]]:
        """At most `count` items with keys greater than `key`, in key order."""
        return self._db.execute(
            "SELECT key, value FROM head WHERE key > ? ORDER BY key LIMIT ?", (key, count)
        ).fetchall()

    def keys(self, prefix: bytes, start_after: bytes | None, count: int | None) -> list[bytes]:
        """The keys with this prefix after `start_after`, in order, at most `count`."""
        where, bounds = _with_prefix(prefix)
        bounds[0] = max(prefix, start_after or b"")  # lets the index start there, not at the prefix
        rows = self._db.execute(
            f"SELECT key FROM head WHERE {where} AND key IS NOT ? ORDER BY key LIMIT ?",
            (*bounds, start_after, -1 if count is None else count),
        )
        return [row[0] for row in rows]

    def items(self, prefix: bytes) -> list[tuple[bytes, bytes]]:
        """The keys with this prefix and their values, in order."""
        where, bounds = _with_prefix(prefix)
        return self._db.execute(
            f"SELECT key, value FROM head WHERE {where} ORDER BY key", bounds
        ).fetchall()

    def write(self, changes: Mapping[bytes, bytes | None]) -> None:
        """Change the table, inside the caller's transaction; call `written` after the commit."""
        gone = [(key,) for key, value in changes.items() if value is None]
        if gone:
            self._db.executemany("DELETE FROM head WHERE key = ?", gone)
        self._db.executemany(
            "INSERT INTO head (key, value) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [item for item in changes.items() if item[1] is not None],
        )

    def written(self, changes: Mapping[bytes, bytes | None]) -> None:
        """Update the cache after the commit of these changes."""
        for key, value in changes.items():
            self._values.put(key, (value,))


def _with_prefix(prefix: bytes) -> tuple[str, list[bytes]]:
    """The SQL condition for keys with this prefix, and its parameters."""
    stem = prefix.rstrip(b"\xff")
    if not stem:
        return "key >= ?", [prefix]
    return "key >= ? AND key < ?", [prefix, stem[:-1] + bytes((stem[-1] + 1,))]
