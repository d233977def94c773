"""What was learnt of runtimes, kept in private files so that it need not be sent or computed again.

A file is named by a key of 32 bytes, which stands for all that the bytes depend on: whoever keeps
metadata makes the key of the chain, the endpoint and the code (`btsdk.state.runtimes`). A file
holds its bytes behind a hash of key and bytes; one that does not fit is as good as none. Losing the
cache costs time and nothing else, so its failures are never the caller's.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from btsdk.errors import UsageError
from btsdk.keys.hashing import blake2_256

KEEP = 32
"""Files that are kept: those used last. A runtime takes two of them."""
_SUFFIX = ".metadata"


class MetadataCache:
    """The files in one folder, which is made when first needed, with mode 0700; files have 0600."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, key: bytes) -> bytes | None:
        """The bytes that were kept under a key; None where there are none intact."""
        path = self._path(key)
        try:
            content = path.read_bytes()
            if content[:32] != blake2_256(key + content[32:]):
                return None
            os.utime(path)
        except OSError:
            return None
        return content[32:]

    def save(self, key: bytes, data: bytes) -> bool:
        """Keeps bytes in place of what was there; False where the disk refuses."""
        path = self._path(key)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._write(path, blake2_256(key + data) + data)
            self._evict()
        except OSError:
            return False
        return True

    def remove(self, key: bytes) -> None:
        """Forgets what was kept under a key."""
        with contextlib.suppress(OSError):
            self._path(key).unlink(missing_ok=True)

    def _path(self, key: bytes) -> Path:
        if len(key) != 32:
            raise UsageError(f"a key of the cache has 32 bytes, not {len(key)}")
        return self._folder / f"{key.hex()}{_SUFFIX}"

    def _write(self, path: Path, content: bytes) -> None:
        """The whole file or none of it: written aside (with mode 0600), then moved into place."""
        handle, aside = tempfile.mkstemp(dir=self._folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.replace(aside, path)
        except OSError:
            with contextlib.suppress(OSError):
                os.unlink(aside)
            raise

    def _evict(self) -> None:
        """Files of older releases have the same suffix and go the same way."""
        files = sorted(self._folder.glob(f"*{_SUFFIX}"), key=lambda file: file.stat().st_mtime_ns)
        for file in files[:-KEEP]:
            file.unlink(missing_ok=True)
