"""A transactional overlay: writes over an immutable state, nested to any depth.

One dictionary holds the writes; every open transaction keeps an undo log of the entries that it was
the first to change. So a read costs one lookup at any depth, and `rollback` restores exactly the
state at the matching `begin`. The state below does not change, so its reads and key order are
cached.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterator
from typing import Final, NamedTuple, Protocol

from btsdk.errors import DecodeError
from btsdk.scale.primitives import compact_encode, compact_read

_EMPTY_VECTOR: Final = compact_encode(0)

_MOST_ITEMS: Final = 2**32 - 2
"""A vector with a higher count cannot take another item; it is replaced."""

READ_AHEAD: Final = 32
"""How many items of the state below are fetched at once for key order."""


class Backend(Protocol):
    """An immutable state: raw keys and values in key order."""

    def get(self, key: bytes) -> bytes | None:
        """The value under `key`, or None."""

    def items_after(self, key: bytes, count: int) -> list[tuple[bytes, bytes]]:
        """Items with keys greater than `key`, in key order: `count`, or fewer at the end."""


class Removal(NamedTuple):
    """The result of the removal of a prefix, as in Substrate's host.

    `cursor` is the key at which to continue, None if no key is left. Keys held by the overlay alone
    are always removed, and do not count against a limit: `loops` counts the keys of the state below
    that were visited, `backend` those of them that this call removed, `unique` all that it removed.
    """

    cursor: bytes | None
    backend: int
    unique: int
    loops: int


class _Absent:
    """Undo log marker: the overlay held nothing for the key."""


_ABSENT: Final = _Absent()


class _Vector:
    """A growing SCALE vector: its items are joined on a read, not at each append.

    The events of a block are one, and every call in the block appends to it.
    """

    __slots__ = ("count", "parts")

    def __init__(self, encoded: bytes) -> None:
        try:
            self.count, offset = compact_read(encoded, 0, _MOST_ITEMS)
        except DecodeError:
            self.count, offset, encoded = 0, 0, b""
        self.parts = [encoded[offset:]]

    def encoded(self) -> bytes:
        return compact_encode(self.count) + b"".join(self.parts)

    def mark(self) -> _Mark:
        return _Mark(self, len(self.parts), self.count)


class _Mark(NamedTuple):
    """Undo log marker: the previous length of a vector."""

    vector: _Vector
    parts: int
    items: int

    def back(self) -> _Vector:
        del self.vector.parts[self.parts :]
        self.vector.count = self.items
        return self.vector


def _size(value: bytes | _Vector | _Mark | _Absent | None) -> int:
    if isinstance(value, bytes):
        return len(value)
    return sum(map(len, value.parts)) if isinstance(value, _Vector) else 0


class Overlay:
    """Reads through to a `Backend`, keeps writes to itself."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._writes: dict[bytes, bytes | _Vector | None] = {}
        self.revision = 0
        """Increases with every write and rollback; a result derived at one value is valid as long
        as it lasts."""
        self._undo: list[dict[bytes, bytes | _Vector | _Mark | _Absent | None]] = []
        self._sorted: list[bytes] | None = None
        self._read: dict[bytes, bytes | None] = {}
        self._following: dict[bytes, bytes | None] = {}
        self._joined: Overlay | None = None

    def join(self, other: Overlay) -> None:
        """Let another overlay take part in all transactions, including the open ones."""
        for _ in self._undo:
            other.begin()
        self._joined = other

    def get(self, key: bytes) -> bytes | None:
        """The value under `key`, or None."""
        value = self._writes.get(key)
        if value is None:
            return None if key in self._writes else self._below(key)
        return value.encoded() if isinstance(value, _Vector) else value

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

        A value that is not a vector is replaced, as by Substrate's host function.
        """
        vector = self._writes.get(key)
        if not isinstance(vector, _Vector):
            vector = _Vector(self.get(key) or _EMPTY_VECTOR)
            self._write(key, vector)
        self.revision += 1
        if self._undo and key not in self._undo[-1]:
            self._undo[-1][key] = vector.mark()
        vector.parts.append(item)
        vector.count += 1

    def clear_prefix(self, prefix: bytes, limit: int | None = None) -> tuple[int, bool]:
        """Remove at most `limit` keys with this prefix, in key order; returns (removed, none is
        left)."""
        removed = 0
        key = prefix if self.exists(prefix) else self.next_key(prefix)
        while key is not None and key.startswith(prefix):
            if removed == limit:
                return removed, False
            self._write(key, None)
            removed += 1
            key = self.next_key(key)
        return removed, True

    def remove_prefix(
        self, prefix: bytes, limit: int | None = None, start: bytes | None = None
    ) -> Removal:
        """Remove keys with this prefix by the rules of Substrate's host; see `Removal`.

        `start` is the cursor of an earlier removal.
        """
        own = [key for key in self._writes if key.startswith(prefix)]
        unique = sum(self._writes[key] is not None for key in own)
        for key in own:
            self._write(key, None)
        backend = loops = 0
        for key in self._keys_below(prefix, start):
            if loops == limit:
                return Removal(key, backend, unique + backend, loops)
            if self._writes.get(key, b"") is not None:
                self._write(key, None)
                backend += 1
            loops += 1
        return Removal(None, backend, unique + backend, loops)

    def next_key(self, key: bytes) -> bytes | None:
        """The first key greater than `key`, or None."""
        below = self._next_below(key)
        own = self._next_own(key)
        if below is None or (own is not None and own < below):
            return own
        return below

    @property
    def held_bytes(self) -> int:
        """The bytes of keys and values that are written or cached, undo logs included."""
        own = sum(len(key) + _size(value) for key, value in self._writes.items())
        for log in self._undo:
            own += sum(len(key) + _size(value) for key, value in log.items())
        return own + (0 if self._joined is None else self._joined.held_bytes)

    @property
    def depth(self) -> int:
        """The number of open transactions."""
        return len(self._undo)

    def begin(self) -> None:
        """Open a nested transaction."""
        self._undo.append({})
        if self._joined is not None:
            self._joined.begin()

    def commit(self) -> None:
        """Close the innermost transaction and keep its writes."""
        log = self._undo.pop()
        if self._joined is not None:
            self._joined.commit()
        if not self._undo:
            return
        outer = self._undo[-1]
        if not outer:
            self._undo[-1] = log
            return
        for key, previous in log.items():
            outer.setdefault(key, previous)

    def rollback(self) -> None:
        """Close the innermost transaction and undo its writes."""
        if self._joined is not None:
            self._joined.rollback()
        self.revision += 1
        for key, previous in self._undo.pop().items():
            if isinstance(previous, _Absent):
                del self._writes[key]
                self._sorted = None
            elif isinstance(previous, _Mark):
                self._writes[key] = previous.back()
            else:
                self._writes[key] = previous

    def changes(self) -> dict[bytes, bytes | None]:
        """The difference from the state below: new values, None for removed keys."""
        written = ((key, self.get(key)) for key in self._writes)
        return {key: value for key, value in written if value != self._below(key)}

    def _write(self, key: bytes, value: bytes | _Vector | None) -> None:
        writes = self._writes
        self.revision += 1
        if self._undo and key not in self._undo[-1]:
            self._undo[-1][key] = writes.get(key, _ABSENT)
        if self._sorted is not None and key not in writes:
            insort(self._sorted, key)
        writes[key] = value

    def _below(self, key: bytes) -> bytes | None:
        value = self._read.get(key)
        if value is None and key not in self._read:
            value = self._read[key] = self._backend.get(key)
        return value

    def _keys_below(self, prefix: bytes, start: bytes | None) -> Iterator[bytes]:
        first = prefix if start is None or start < prefix else start
        key = first if self._below(first) is not None else self._follow(first)
        while key is not None and key.startswith(prefix):
            yield key
            key = self._follow(key)

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
