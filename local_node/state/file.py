"""The chain file: a SQLite database in a known format, locked by one process.

WAL mode with exclusive locking: a commit appends to the log and is visible to every later reader,
however the process ends. `synchronous` is NORMAL: the log is not flushed at each commit, so a power
cut or a crash of the operating system (not of the process) may lose the blocks since the last
checkpoint, about a hundred; it never leaves half a block. `durable=True` flushes each commit and
loses nothing, at a cost of some milliseconds per block.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from btsdk.errors import ChainFileError
from local_node.state.formats import APPLICATION_ID, FORMAT, bring_along

_PAGE_CACHE_KIB: Final = 16 * 1024
_CHECKPOINT_PAGES: Final = 4000
"""The length of the log at which it is checkpointed: a flush about every hundred blocks, 16 MB of
log.
"""

_START_AGAIN: Final = (
    "Move the file away, or name another one with --chain-file; "
    "`btcli node reset` starts this chain again from its genesis."
)


def open_file(path: Path | None, *, durable: bool = False) -> sqlite3.Connection:
    """A connection to the chain file, which is created if it is missing; None opens one in memory.

    Raises `ChainFileError` for a file that is locked, foreign, damaged, or of a newer format.
    """
    with sqlite_errors(path):
        connection = _connect(path)
        try:
            _prepare(connection, path, durable)
        except BaseException:
            connection.close()
            raise
        return connection


def copy_file(source: sqlite3.Connection) -> sqlite3.Connection:
    """A connection to an in-memory copy of the committed content of `source`."""
    with sqlite_errors(None):
        connection = _connect(None)
        source.backup(connection)
        connection.execute(f"PRAGMA cache_size = -{_PAGE_CACHE_KIB}")
        return connection


@contextmanager
def sqlite_errors(path: Path | None) -> Iterator[None]:
    """Convert SQLite's errors to `ChainFileError`, with a hint."""
    try:
        yield
    except sqlite3.Error as error:
        raise _translated(path, error) from error


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path | None) -> Iterator[None]:
    """Run a transaction: commit or roll back; raises `ChainFileError` if SQLite fails."""
    with sqlite_errors(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _connect(path: Path | None) -> sqlite3.Connection:
    target = ":memory:" if path is None else str(path)
    return sqlite3.connect(
        target, timeout=0.1, isolation_level=None, check_same_thread=False, cached_statements=256
    )


def _prepare(connection: sqlite3.Connection, path: Path | None, durable: bool) -> None:
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    version = _known_format(connection, path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}")
    connection.execute(f"PRAGMA cache_size = -{_PAGE_CACHE_KIB}")
    with transaction(connection, path):  # takes the lock now and keeps it
        if version < FORMAT:
            bring_along(connection, version)


def _known_format(connection: sqlite3.Connection, path: Path | None) -> int:
    """The format of the file, 0 for an empty one."""
    (owner,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if owner == APPLICATION_ID and 0 < version <= FORMAT:
        return int(version)
    if owner == APPLICATION_ID and version > FORMAT:
        raise ChainFileError(
            str(path),
            f"has format {version}, and this release knows {FORMAT}",
            hint="Upgrade btsdk, or choose another file with --chain-file.",
        )
    if tables == 0 and owner == 0:
        return 0
    raise ChainFileError(str(path), "is a database of another program", hint=_START_AGAIN)


def _translated(path: Path | None, error: sqlite3.Error) -> ChainFileError:
    name = str(path or "the chain in memory")
    code = getattr(error, "sqlite_errorname", "")  # Python 3.10 has no code, only the message
    text = str(error)
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")) or "locked" in text:
        return ChainFileError(
            name,
            "is in use by another process",
            hint="Connect to that node, stop it with `btcli node stop`, or use another file.",
        )
    if code == "SQLITE_FULL" or "full" in text:
        return ChainFileError(name, "the disk is full", hint="Free some space and try again.")
    if code == "SQLITE_CANTOPEN" or "unable to open" in text:
        return ChainFileError(name, "cannot be opened", hint="Does its directory exist?")
    if code == "SQLITE_NOTADB" or "not a database" in text:
        return ChainFileError(name, "is not a chain file", hint=_START_AGAIN)
    if code == "SQLITE_CORRUPT" or "malformed" in text:
        return ChainFileError(name, "is damaged", hint=_START_AGAIN)
    return ChainFileError(name, f"SQLite says: {text}", hint=_START_AGAIN)
