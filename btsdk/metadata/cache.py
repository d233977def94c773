"""The metadata cache: metadata and hashes of runtimes, in private files.

A file is named by a key of 32 bytes, made of chain, endpoint and code (`btsdk.state.runtimes`). It
begins with a hash of key and content; if the hash does not match, the file is ignored. So is a file
that another user owns or may write, or that is not a regular file. Losing the cache costs only
time, so its failures raise no errors.

A note on each file records whose metadata it is, and whether the chain verified the signatures that
were made with it, for `btcli wallet check`. Notes of the user's own cache are kept in the user's
state directory, so that clearing the cache does not delete warnings.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
from pathlib import Path
from typing import Any, NamedTuple

from btsdk.atomic_file import replacing
from btsdk.errors import UsageError
from btsdk.keys.hashing import blake2_256

KEEP = 32
"""The number of files kept, the most recently used. A runtime takes two."""
_SUFFIX = ".metadata"
_NOTE = ".note"
_LARGEST = 64 << 20
_LARGEST_NOTE = 4096
_OTHERS_WRITE = 0o022


class Note(NamedTuple):
    """The owner of a file's metadata. `signatures` is "" if none was made with it, "verified" where
    a block took one that commits to its hash, and "unverified" once one was sent without that."""

    genesis: str
    network: str
    signatures: str = ""


def default_folder() -> Path:
    """The user's own cache folder."""
    from platformdirs import user_cache_path  # noqa: PLC0415  # start-up: only where it is used

    return user_cache_path("btsdk") / "metadata"


def default_notes() -> Path:
    """The user's own folder of notes, for the metadata in `default_folder`."""
    from platformdirs import user_state_path  # noqa: PLC0415  # start-up: only where it is used

    return user_state_path("btsdk") / "metadata"


class MetadataCache:
    """The cache in one folder, which is created on first use with mode 0700; files have 0600."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def notes_folder(self) -> Path:
        """The folder of the notes."""
        return default_notes() if self._folder == default_folder() else self._folder

    def load(self, key: bytes) -> bytes | None:
        """The bytes under a key; None if there are none, or they are damaged."""
        path = self._path(key)
        try:
            content = self._read(path, _LARGEST)
            if content[:32] != blake2_256(key + content[32:]):
                return None
            os.utime(path)
        except OSError:
            return None
        return content[32:]

    def save(self, key: bytes, data: bytes) -> bool:
        """Store bytes under a key; False if writing fails."""
        path = self._path(key)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._write(path, blake2_256(key + data) + data)
            _evict(self._folder, _SUFFIX)
        except OSError:
            return False
        return True

    def remove(self, key: bytes) -> None:
        """Delete the bytes under a key."""
        with contextlib.suppress(OSError):
            self._path(key).unlink(missing_ok=True)

    def note(self, key: bytes, note: Note) -> None:
        """Record whose metadata is stored under a key. "unverified" stays until the note is
        removed."""
        folder = self.notes_folder
        path = folder / self._path(key).with_suffix(_NOTE).name
        with contextlib.suppress(OSError):
            found = self._noted(path)
            if found is not None and (found == note or found.signatures == "unverified"):
                return
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._write(path, json.dumps(note._asdict()).encode())
            _evict(folder, _NOTE)

    def notes(self) -> list[tuple[Path, Note]]:
        """The notes, by file."""
        paths = sorted(self.notes_folder.glob(f"*{_NOTE}"))
        return [(path, note) for path in paths if (note := self._noted(path)) is not None]

    def others_may_write(self) -> bool:
        """Whether other users may replace the files; then none of them is read."""
        try:
            return not _is_ours(os.stat(self._folder))
        except OSError:
            return False

    def _noted(self, path: Path) -> Note | None:
        try:
            fields: Any = json.loads(self._read(path, _LARGEST_NOTE))
            found = Note(**fields)
        except (OSError, ValueError, TypeError, RecursionError):
            return None
        return found if all(isinstance(one, str) for one in found) else None

    def _read(self, path: Path, most: int) -> bytes:
        """Read a file; `OSError` if another user may have written it, or it is not a regular
        file."""
        if not _is_ours(os.stat(path.parent)):
            raise PermissionError("others may write to the folder")
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
        with os.fdopen(handle, "rb") as file:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode) or not _is_ours(status) or status.st_size > most:
                raise PermissionError("not a file of ours alone")
            return file.read(most)

    def _path(self, key: bytes) -> Path:
        if len(key) != 32:
            raise UsageError(f"a key of the cache has 32 bytes, not {len(key)}")
        return self._folder / f"{key.hex()}{_SUFFIX}"

    def _write(self, path: Path, content: bytes) -> None:
        """Write a file atomically: to a temporary file (mode 0600), then moved into place."""
        with replacing(path) as file:
            file.write(content)


def _evict(folder: Path, suffix: str) -> None:
    """Delete the least recently used files, including those of older releases."""
    files = sorted(folder.glob(f"*{suffix}"), key=lambda file: file.stat().st_mtime_ns)
    for file in files[:-KEEP]:
        file.unlink(missing_ok=True)


def _is_ours(status: os.stat_result) -> bool:
    return status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_WRITE
