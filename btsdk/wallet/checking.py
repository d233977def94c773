"""Checks of key files, without a password and without changing anything.

`check_wallets` looks at a directory of wallets, `check_wallet` at one wallet, `check_key` at the
files of one key. They return findings: the problem, its path, and a shell command that fixes it, if
there is one.
"""

from __future__ import annotations

import os
import shlex
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from btsdk.errors import UsageError, WalletError
from btsdk.wallet import changes, encryption, files, keyfile
from btsdk.wallet.journal import JOURNAL
from btsdk.wallet.names import HOTKEYS
from btsdk.wallet.stored import StoredKey
from btsdk.wallet.wallet import DEFAULT_PATH, Wallet


class Problem(Enum):
    """A kind of problem; the value is a stable name for programs."""

    OPEN_FILE = "open_file"
    """Other users may read a private key file, or write any key file."""
    OPEN_FOLDER = "open_folder"
    """Other users may read a wallet's directory, or replace its files."""
    LEFTOVER = "leftover"
    """A temporary file of a killed command, which may hold a secret."""
    INTERRUPTED = "interrupted"
    """An interrupted change, which the next use of the wallet completes."""
    PUBLIC_MISSING = "public_missing"
    """An encrypted private file without its public file."""
    PUBLIC_DIFFERS = "public_differs"
    """A public file of another key than the plain private file beside it."""
    UNREADABLE = "unreadable"
    """Not a regular file, too large, damaged, or unreadable."""
    UNVERIFIED = "unverified_metadata"
    """A transaction that was signed with metadata that the chain did not verify."""


@dataclass(frozen=True)
class Finding:
    """One problem. `remedy` is a shell command, or None if the user must decide."""

    problem: Problem
    path: Path
    message: str
    remedy: str | None = None

    def __str__(self) -> str:
        told = f"{self.path}: {self.message}"
        return f"{told}. Fix it with: {self.remedy}" if self.remedy else told


def check_wallets(path: Path | None = None) -> list[Finding]:
    """The findings of a directory of wallets; empty if there is none."""
    root = (path or DEFAULT_PATH).expanduser()
    found = list(_writable_root(root))
    for name in files.names(root):
        try:
            found += check_wallet(Wallet(name, path=root))
        except UsageError:  # not a valid name of a wallet
            continue
    return found


def check_wallet(wallet: Wallet) -> list[Finding]:
    """The findings of one wallet: its directories, its coldkey and all its hotkeys."""
    try:
        if not files.is_folder(wallet.folder):
            return []
    except WalletError as error:
        return [_unreadable(error)]
    hotkeys = wallet.folder / HOTKEYS
    found = [*_folder(wallet.folder), *_folder(hotkeys), *_remains(wallet.folder)]
    try:
        names = wallet.hotkey_names()
    except WalletError as error:
        return [*found, _unreadable(error), *check_key(wallet.coldkey)]
    found += check_key(wallet.coldkey)
    for name in names:
        try:
            found += check_key(Wallet(wallet.name, name, wallet.path).hotkey)
        except UsageError as error:
            found.append(Finding(Problem.UNREADABLE, hotkeys / name, str(error)))
    return found


def check_modes(stored: StoredKey) -> list[Finding]:
    """The findings about file modes alone, to check before a key is used."""
    folders = dict.fromkeys((stored.folder, stored.private.parent))
    found = [finding for folder in folders for finding in _folder(folder, 0o022)]
    return [*found, *_modes(stored.private, 0o077), *_modes(stored.public, 0o022)]


def check_key(stored: StoredKey) -> list[Finding]:
    """The findings of the two files of a key; empty if there are none."""
    found = [*_modes(stored.private, 0o077), *_modes(stored.public, 0o022)]
    try:
        private = files.read(stored.private) if files.taken(stored.private) else None
        encrypted = private is not None and encryption.encryption_of(private) is not None
        if not files.taken(stored.public):
            if encrypted:
                found.append(_public_missing(stored))
            elif private is not None:
                keyfile.load_public(private, str(stored.private))
            return found
        public = keyfile.load_public(files.read(stored.public), str(stored.public))
        if private is not None and not encrypted:
            holds = keyfile.load_keypair(private, str(stored.private))
            if holds.public != public:
                found.append(
                    Finding(
                        Problem.PUBLIC_DIFFERS,
                        stored.public,
                        f"it is of {public}, the private file beside it of {holds.public}",
                        stored.rewriting(overwrite=True),
                    )
                )
    except WalletError as error:
        found.append(_unreadable(error))
    return found


def _public_missing(stored: StoredKey) -> Finding:
    return Finding(
        Problem.PUBLIC_MISSING, stored.public, "the public file is missing", stored.rewriting()
    )


def _remains(folder: Path) -> Iterator[Finding]:
    try:
        if files.taken(folder / JOURNAL):
            message = "a change was interrupted; the next use of the wallet completes it"
            yield Finding(Problem.INTERRUPTED, folder / JOURNAL, message)
        for path in changes.leftovers(folder):
            message = "a temporary file of a killed command; it may hold a secret"
            yield Finding(Problem.LEFTOVER, path, message, f"rm {shlex.quote(str(path))}")
    except WalletError:
        return  # an unreadable directory has its own finding


def _folder(folder: Path, forbidden: int = 0o077) -> Iterator[Finding]:
    mode = _mode(folder)
    if mode is not None and mode & forbidden:
        what = "write to" if mode & 0o022 else "look into"
        yield Finding(
            Problem.OPEN_FOLDER,
            folder,
            f"other users may {what} this directory (mode {mode:03o})",
            f"chmod 700 {shlex.quote(str(folder))}",
        )


def _writable_root(root: Path) -> Iterator[Finding]:
    # Older tools made it 0755, which reveals only the wallets' names.
    mode = _mode(root)
    if mode is not None and mode & 0o022:
        message = f"other users may write to the directory of the wallets (mode {mode:03o})"
        yield Finding(Problem.OPEN_FOLDER, root, message, f"chmod go-w {shlex.quote(str(root))}")


def _modes(path: Path, forbidden: int) -> Iterator[Finding]:
    mode = _mode(path, kind=stat.S_IFREG)  # `chmod` of a link to a device would change the device
    if mode is not None and mode & forbidden:
        what = "write" if mode & 0o022 else "read"
        yield Finding(
            Problem.OPEN_FILE,
            path,
            f"other users may {what} this file (mode {mode:03o})",
            f"chmod 600 {shlex.quote(str(path))}",
        )


def _mode(path: Path, kind: int = stat.S_IFDIR) -> int | None:
    """The permission bits of the file or of a link's target; None if they are unknown, or it is of
    another kind."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return None
    return mode & 0o777 if stat.S_IFMT(mode) == kind else None


def _unreadable(error: WalletError) -> Finding:
    return Finding(Problem.UNREADABLE, Path(error.path), error.reason)
