"""The metadata cache: metadata and hashes of runtimes, in private files.

A file's key is made of chain, endpoint and code (`btsdk.state.runtimes`). A runtime takes two.

A note on each file records whose metadata it is, and whether the chain verified the signatures that
were made with it, for `btcli wallet check`. Notes of the user's own cache are kept in the user's
state directory, so that clearing the cache does not delete warnings.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any, NamedTuple

from btsdk.private_cache import PrivateCache, evict, read_private, write_private

_SUFFIX = ".metadata"
_NOTE = ".note"
_LARGEST_NOTE = 4096


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


class MetadataCache(PrivateCache):
    """The cache in one folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, _SUFFIX)

    @property
    def notes_folder(self) -> Path:
        """The folder of the notes."""
        return default_notes() if self._folder == default_folder() else self._folder

    def note(self, key: bytes, note: Note) -> None:
        """Record whose metadata is stored under a key. "unverified" stays until the note is
        removed."""
        folder = self.notes_folder
        path = folder / self.path(key).with_suffix(_NOTE).name
        with contextlib.suppress(OSError):
            found = self._noted(path)
            if found is not None and (found == note or found.signatures == "unverified"):
                return
            write_private(path, json.dumps(note._asdict()).encode())
            evict(folder, _NOTE)

    def notes(self) -> list[tuple[Path, Note]]:
        """The notes, by file."""
        paths = sorted(self.notes_folder.glob(f"*{_NOTE}"))
        return [(path, note) for path in paths if (note := self._noted(path)) is not None]

    def _noted(self, path: Path) -> Note | None:
        try:
            fields: Any = json.loads(read_private(path, _LARGEST_NOTE))
            found = Note(**fields)
        except (OSError, ValueError, TypeError, RecursionError):
            return None
        return found if all(isinstance(one, str) for one in found) else None
