"""Puts key files on disk whole or not at all, for their owner's eyes only.

Files are 0600 in directories made 0700. Each is written under another name in the same directory,
flushed, and only then given its own name. Without `overwrite` that last step is a hard link, which
the system refuses where the name is taken: of two racing creators one wins, the other is told.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator, Mapping
from pathlib import Path

from btsdk.errors import KeyFileExists, KeyFileMissing, WalletError

_PRIVATE_FILE = 0o600
_PRIVATE_FOLDER = 0o700
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
"""What file systems without hard links answer (exFAT, some network shares)."""


def read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise KeyFileMissing(
            str(path),
            "there is no such key file",
            hint="`btcli wallet list` shows what there is, `btcli wallet create` makes a wallet.",
        ) from None
    except OSError as error:
        raise _failed(path, "cannot be read", error) from error


def write(files: Mapping[Path, bytes], *, overwrite: bool = False) -> None:
    """Write all the files, or none: those that were new are taken back if a later one fails."""
    with contextlib.ExitStack() as staged:
        waiting = {path: staged.enter_context(_staged(path, data)) for path, data in files.items()}
        placed: list[Path] = []
        try:
            for path, temporary in waiting.items():
                _place(temporary, path, overwrite)
                placed.append(path)
        except BaseException:
            if not overwrite:
                for path in placed:
                    path.unlink(missing_ok=True)
            raise
    for folder in {path.parent for path in files}:
        _flush_folder(folder)


def make_folder(folder: Path) -> None:
    """Make the directory and the missing ones above it, each 0700; others stay as they are."""
    try:
        for missing in reversed([f for f in (folder, *folder.parents) if not f.exists()]):
            missing.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, "it is a file")
    except OSError as error:
        raise _failed(folder, "cannot be made", error) from error


@contextlib.contextmanager
def _staged(path: Path, data: bytes) -> Iterator[Path]:
    """A flushed file beside `path` under a passing name; gone when the block ends."""
    make_folder(path.parent)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}.tmp")
    try:
        try:
            _write_flushed(temporary, data)
        except OSError as error:
            raise _failed(path, "cannot be written", error) from error
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _write_flushed(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE_FILE)
    with open(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(handle)


def _place(temporary: Path, path: Path, overwrite: bool) -> None:
    try:
        if overwrite:
            os.replace(temporary, path)
        else:
            _link(temporary, path)
    except FileExistsError:
        raise KeyFileExists(
            str(path),
            "it exists already",
            hint="Nothing was changed. Overwriting must be asked for.",
        ) from None
    except OSError as error:
        raise _failed(path, "cannot be written", error) from error


def _link(temporary: Path, path: Path) -> None:
    try:
        os.link(temporary, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # Second best: take the name first, then put the content there. Only a crash between the two
        # leaves an empty file.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE_FILE))
        try:
            os.replace(temporary, path)
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def _flush_folder(folder: Path) -> None:
    """Makes the new names survive a power cut, where the system lets directories be flushed."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _failed(path: Path, what: str, error: OSError) -> WalletError:
    return WalletError(str(path), f"{what}: {error.strerror or type(error).__name__}")
