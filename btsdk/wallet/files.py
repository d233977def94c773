"""File operations in a wallet's folder: bounded reads, private modes, locks.

A key file is a regular file of at most `LARGEST` bytes. Anything else (a FIFO, a device, a
directory, a sparse file of gigabytes) is refused before it can block or fill memory. `changes`
writes.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from btsdk.errors import KeyFileMissing, WalletError

LARGEST = 64 * 1024
"""Bytes. The largest known key file, an Ansible vault around 24 words, has about 3,000."""

_PRIVATE_FILE = 0o600
_PRIVATE_FOLDER = 0o700
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
_READ = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY
_BUSY = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES}


def read(path: Path, *, follow: bool = True, largest: int = LARGEST) -> bytes:
    """Read a regular file of at most `largest` bytes.

    Raises `KeyFileMissing`, or `WalletError` with the reason.
    """
    try:
        # Before `open`, because opening a device can have side effects.
        _check_regular(path, os.stat(path, follow_symlinks=follow), largest)
        handle = os.open(path, _READ | (0 if follow else os.O_NOFOLLOW))
        try:
            _check_regular(path, os.fstat(handle), largest)
            return _content(path, handle, largest)
        finally:
            os.close(handle)
    except FileNotFoundError:
        raise _missing(path) from None
    except OSError as error:
        raise failed(path, "cannot be read", error) from error


def taken(path: Path) -> bool:
    """Whether anything has this name, even a broken symbolic link."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise failed(path, "cannot be read", error) from error
    return True


def is_folder(path: Path) -> bool:
    """Whether it is a directory, or a link to one."""
    try:
        return stat.S_ISDIR(os.stat(path).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise failed(path, "cannot be read", error) from error


def names(folder: Path) -> list[str]:
    """The sorted names in a directory; empty if there is none."""
    try:
        return sorted(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise failed(folder, "cannot be read", error) from error


def make_folder(folder: Path) -> list[Path]:
    """Make the directory and its missing parents, each 0700; returns those that are new."""
    made: list[Path] = []
    try:
        for missing in reversed([f for f in (folder, *folder.parents) if not f.exists()]):
            with contextlib.suppress(FileExistsError):
                os.mkdir(missing, _PRIVATE_FOLDER)
                made.append(missing)
        if not is_folder(folder):
            raise NotADirectoryError(errno.ENOTDIR, "it is a file")
    except OSError as error:
        remove_empty(made)
        raise failed(folder, "cannot be made", error) from error
    return made


def remove_empty(folders: list[Path]) -> None:
    """Remove those of the directories that are empty, the last one first."""
    for folder in reversed(folders):
        with contextlib.suppress(OSError):
            os.rmdir(folder)


def create_locked(path: Path) -> int:
    """Create a private file, open for writing; its lock tells `in_use` that its writer lives."""
    handle = os.open(path, _NEW, _PRIVATE_FILE)
    with contextlib.suppress(OSError):  # some network file systems have no locks
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return handle


def write_flushed(handle: int, data: bytes) -> None:
    """Write all of the data and flush it to disk."""
    while data:
        data = data[os.write(handle, data) :]
    os.fsync(handle)


def in_use(path: Path) -> bool:
    """Whether a living process holds the lock of `create_locked`."""
    try:
        handle = os.open(path, _READ | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno in _BUSY
    finally:
        os.close(handle)
    return False


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Lock the directory, so that one process at a time changes names in it. Never held during a
    prompt.

    Without file locks, hard links alone keep racing creators apart.
    """
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError as error:
        raise failed(folder, "cannot be opened", error) from error
    try:
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def flush_folder(folder: Path) -> None:
    """Flush a directory, so that new names survive a power cut, if the system supports it."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def failed(path: Path, what: str, error: OSError) -> WalletError:
    return WalletError(str(path), f"{what}: {error.strerror or type(error).__name__}")


def _check_regular(path: Path, found: os.stat_result, largest: int) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise WalletError(str(path), f"it is {_kind(found.st_mode)}, not a regular file")
    if found.st_size > largest:
        raise _too_large(path, largest)


def _kind(mode: int) -> str:
    kinds = {
        stat.S_IFDIR: "a directory",
        stat.S_IFIFO: "a FIFO",
        stat.S_IFSOCK: "a socket",
        stat.S_IFLNK: "a symbolic link",
    }
    return kinds.get(stat.S_IFMT(mode), "a device")


def _content(path: Path, handle: int, largest: int) -> bytes:
    # One byte more than is allowed: the size from `stat` may be outdated, or 0 as in /proc.
    content = bytearray()
    while len(content) <= largest:
        part = os.read(handle, largest + 1 - len(content))
        if not part:
            return bytes(content)
        content += part
    raise _too_large(path, largest)


def _too_large(path: Path, largest: int) -> WalletError:
    return WalletError(str(path), f"it is larger than {largest // 1024} KiB: not a key file")


def _missing(path: Path) -> KeyFileMissing:
    if path.is_symlink():
        return KeyFileMissing(str(path), "it is a symbolic link to a file that does not exist")
    return KeyFileMissing(
        str(path),
        "there is no such key file",
        hint="`btcli wallet list` shows the wallets, `btcli wallet create` creates one.",
    )
