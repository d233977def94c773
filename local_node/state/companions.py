"""The files that SQLite keeps next to a database."""

from __future__ import annotations

from pathlib import Path

_SUFFIXES = ("-wal", "-shm", "-journal")


def companions(path: Path) -> tuple[Path, ...]:
    """The write-ahead log, its index and the journal of a database."""
    return tuple(path.with_name(path.name + suffix) for suffix in _SUFFIXES)
