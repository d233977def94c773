"""A transactional overlay: writes over a state that never changes, nested to any depth.

One dictionary holds what is written; every open transaction keeps an undo log of what it was the
first to change. So a read costs one lookup however deep the nesting, and `rollback` restores
exactly the state at the matching `begin`. The state below is immutable while an overlay stands on
it, therefore reads and key order from below are remembered.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from typing import Final, Protocol

from btsdk.errors import DecodeError
from btsdk.scale.primitives import compact_encode, compact_read

_EMPTY_VECTOR: Final = compact_encode(0)

READ_AHEAD: Final = 32
"""How many items are fetched from below when key order is asked for."""


class Backend(Protocol):
    """An immutable state: raw keys and values in key order."""

    def get(self, key: bytes) -> bytes | None:
        """The value under `key`, or None."""

    def items_after(self, key: bytes, count: int) -> list[tuple[bytes, bytes]]:
        """Items with keys greater than `key`, in key order: `count`, or fewer at the end."""


class _Absent:
    """Mark of an undo log: the overlay held nothing for the key."""


_ABSENT: Final = _Absent()


class Overlay:
    """Reads through to a `Backend`, keeps writes to itself."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._writes: dict[bytes, bytes | None] = {}
        self.revision = 0
        """Grows with every write and every undoing: what was derived at one still holds there."""
        self._undo: list[dict[bytes, bytes | _Absent | None]] = []
        self._sorted: list[bytes] | None = None
        self._read: dict[bytes, bytes | None] = {}
        self._following: dict[bytes, bytes | None] = {}

    def get(self, key: bytes) -> bytes | None:
        """The value under `key`, or None."""
        if key in self._writes:
            return self._writes[key]
        return self._below(key)

    def exists(self, key: bytes) -> bool:
        """Whether there is a value under `key` (an empty one counts)."""
        return self.get(key) is not None

    def set(self, key: bytes, value: bytes) -> None:
        """Put `value` under `key`."""
        self._write(key, value)

    def delete(self, key: bytes) -> None:
        """Remove `key`; a missing one is no error."""
        self._write(key, None)

    def append(self, key: bytes, item: bytes) -> None:
        """Append one encoded item to the SCALE vector under `key`; a missing one is empty.

        What is there and is no vector is replaced, as Substrate's host function does.
        """
        vector = self.get(key) or _EMPTY_VECTOR
        try:
            count, offset = compact_read(vector, 0)
        except DecodeError:
            count, offset, vector = 0, 0, b""
        self._write(key, compact_encode(count + 1) + vector[offset:] + item)

    def clear_prefix(self, prefix: bytes, limit: int | None = None) -> tuple[int, bool]:
        """Remove keys with this prefix in key order, at most `limit`; (removed, none is left)."""
        removed = 0
        key = prefix if self.exists(prefix) else self.next_key(prefix)
        while key is not None and key.startswith(prefix):
            if removed == limit:
                return removed, False
            self._write(key, None)
            removed += 1
            key = self.next_key(key)
        return removed, True

    def next_key(self, key: bytes) -> bytes | None:
        """The first key greater than `key`, or None."""
        below = self._next_below(key)
        own = self._next_own(key)
        if below is None or (own is not None and own < below):
            return own
        return below

    @property
    def depth(self) -> int:
        """How many transactions are open."""
        return len(self._undo)

    def begin(self) -> None:
        """Open a nested transaction."""
        self._undo.append({})

    def commit(self) -> None:
        """Close the innermost transaction and keep what it wrote."""
        log = self._undo.pop()
        if self._undo:
            outer = self._undo[-1]
            for key, previous in log.items():
                outer.setdefault(key, previous)

    def rollback(self) -> None:
        """Close the innermost transaction and undo what it wrote."""
        self.revision += 1
        for key, previous in self._undo.pop().items():
            if isinstance(previous, _Absent):
                del self._writes[key]
                self._sorted = None
            else:
                self._writes[key] = previous

    def changes(self) -> dict[bytes, bytes | None]:
        """What differs from the state below: new values, None for what is gone."""
        return {key: value for key, value in self._writes.items() if value != self._below(key)}

    def _write(self, key: bytes, value: bytes | None) -> None:
        writes = self._writes
        self.revision += 1
        if self._undo and key not in self._undo[-1]:
            self._undo[-1][key] = writes.get(key, _ABSENT)
        if self._sorted is not None and key not in writes:
            insort(self._sorted, key)
        writes[key] = value

    def _below(self, key: bytes) -> bytes | None:
        try:
            return self._read[key]
        except KeyError:
            value = self._read[key] = self._backend.get(key)
            return value

    def _next_own(self, key: bytes) -> bytes | None:
        if self._sorted is None:
            self._sorted = sorted(self._writes)
        for index in range(bisect_right(self._sorted, key), len(self._sorted)):
            candidate = self._sorted[index]
            if self._writes[candidate] is not None:
                return candidate
        return None

    def _next_below(self, key: bytes) -> bytes | None:
        following = self._follow(key)
        while following is not None and self._writes.get(following, b"") is None:
            following = self._follow(following)
        return following

    def _follow(self, key: bytes) -> bytes | None:
        if key not in self._following:
            self._read_ahead(key)
        return self._following[key]

    def _read_ahead(self, key: bytes) -> None:
        items = self._backend.items_after(key, READ_AHEAD)
        self._read.update(items)
        previous = key
        for following, _ in items:
            self._following[previous] = following
            previous = following
        if len(items) < READ_AHEAD:
            self._following[previous] = None
