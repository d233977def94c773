"""A cache of bytes in private files. Losing it costs only time, so its failures raise no errors.

A file is named by a key of 32 bytes, and begins with a hash of key and content; if the hash does
not match, the file is ignored. So is a file that another user owns or may write, or that is not a
regular file.
"""

from __future__ import annotations

import contextlib
import os
import stat
from hashlib import blake2b
from pathlib import Path

from btsdk.atomic_file import replacing
from btsdk.errors import UsageError

KEEP = 32
"""The number of files kept, the most recently used."""

_HASH_BYTES = 32
_LARGEST = 64 << 20
_OTHERS_WRITE = 0o022


class PrivateCache:
    """The files with one suffix in one folder, which is created on first use with mode 0700; files
    have 0600."""

    def __init__(self, folder: Path, suffix: str) -> None:
        self._folder = folder
        self._suffix = suffix

    def load(self, key: bytes) -> bytes | None:
        """The bytes under a key; None if there are none, or they are damaged."""
        path = self.path(key)
        try:
            content = read_private(path, _LARGEST)
            if content[:_HASH_BYTES] != _hash(key, content[_HASH_BYTES:]):
                return None
            os.utime(path)
        except OSError:
            return None
        return content[_HASH_BYTES:]

    def save(self, key: bytes, data: bytes) -> bool:
        """Store bytes under a key; False if writing fails."""
        path = self.path(key)
        try:
            write_private(path, _hash(key, data) + data)
            evict(self._folder, self._suffix)
        except OSError:
            return False
        return True

    def remove(self, key: bytes) -> None:
        """Delete the bytes under a key."""
        with contextlib.suppress(OSError):
            self.path(key).unlink(missing_ok=True)

    def others_may_write(self) -> bool:
        """Whether other users may replace the files; then none of them is read."""
        try:
            return not _is_ours(os.stat(self._folder))
        except OSError:
            return False

    def path(self, key: bytes) -> Path:
        """The file of a key."""
        if len(key) != _HASH_BYTES:
            raise UsageError(f"a key of the cache has {_HASH_BYTES} bytes, not {len(key)}")
        return self._folder / f"{key.hex()}{self._suffix}"


def read_private(path: Path, most: int) -> bytes:
    """Read a file of at most `most` bytes; `OSError` if another user may have written it, or it is
    not a regular file."""
    if not _is_ours(os.stat(path.parent)):
        raise PermissionError("others may write to the folder")
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or not _is_ours(status) or status.st_size > most:
            raise PermissionError("not a file of ours alone")
        return file.read(most)


def write_private(path: Path, content: bytes) -> None:
    """Write a file atomically with mode 0600, in a folder that is created with mode 0700."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with replacing(path) as file:
        file.write(content)


def evict(folder: Path, suffix: str) -> None:
    """Delete the least recently used files, including those of older releases."""
    files = sorted(folder.glob(f"*{suffix}"), key=lambda file: file.stat().st_mtime_ns)
    for file in files[:-KEEP]:
        file.unlink(missing_ok=True)


def _hash(key: bytes, data: bytes) -> bytes:
    return blake2b(key + data, digest_size=_HASH_BYTES).digest()


def _is_ours(status: os.stat_result) -> bool:
    return status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_WRITE
