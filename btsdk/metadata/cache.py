"""The metadata of runtimes already seen, kept in private files so that it need not be sent again.

A file is named by the hash of the runtime's code, never by a spec version alone, which a local
chain may repeat. It holds the metadata's own bytes (decoding them takes some 15 ms) behind their
hash; a file that does not fit its hash is as good as none. Losing the cache costs time and nothing
else, so its failures are never the caller's.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from btsdk.errors import DecodeError, UsageError
from btsdk.keys.hashing import blake2_256
from btsdk.metadata.model import Metadata
from btsdk.metadata.versions import decode_metadata

KEEP = 8
"""Files that are kept: the runtimes used last."""
_SUFFIX = ".metadata"


class MetadataCache:
    """The files in one folder, which is made when first needed, with mode 0700; files have 0600."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, code_hash: bytes) -> Metadata | None:
        """The metadata of the runtime whose code has this hash; None where there is none intact."""
        path = self._path(code_hash)
        try:
            content = path.read_bytes()
            if content[:32] != blake2_256(content[32:]):
                return None
            metadata = decode_metadata(content[32:])
            os.utime(path)
        except (OSError, DecodeError):
            return None
        return metadata

    def save(self, code_hash: bytes, data: bytes) -> bool:
        """Keeps metadata bytes, in place of what was there; False where the disk refuses."""
        path = self._path(code_hash)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._write(path, blake2_256(data) + data)
            self._forget_oldest()
        except OSError:
            return False
        return True

    def _path(self, code_hash: bytes) -> Path:
        if len(code_hash) != 32:
            raise UsageError(f"a code hash has 32 bytes, not {len(code_hash)}")
        return self._folder / f"{code_hash.hex()}{_SUFFIX}"

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

    def _forget_oldest(self) -> None:
        files = sorted(self._folder.glob(f"*{_SUFFIX}"), key=lambda file: file.stat().st_mtime_ns)
        for file in files[:-KEEP]:
            file.unlink(missing_ok=True)
