"""File moves that survive a kill: a journal lists them before the first one is made.

Carrying out a journal is idempotent: it ends the same however often it is interrupted. A file is
overwritten only if it is still the one from the start of the change.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from btsdk.errors import WalletError
from btsdk.wallet import files
from btsdk.wallet.names import HOTKEYS, PUBLIC_SUFFIX

JOURNAL = ".change.json"
LEFTOVER = re.compile(r"\..+\.[0-9a-f]{16}\.(tmp|old)", re.DOTALL)
"""The pattern of temporary names, as `passing_name` and `Move.aside` make them."""

_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
"""The errors of file systems without hard links (exFAT, some network file systems)."""

Identity = tuple[int, int, int]
"""Inode, modification time and size, which identify the version of a file."""


@dataclass(frozen=True)
class Move:
    """One move of a file. `was` identifies the target at the start of the change; None if there was
    none."""

    source: Path
    target: Path
    was: Identity | None

    @property
    def aside(self) -> Path:
        """The path of a public file while its private file is replaced.

        Between the two steps other tools find no public file, instead of one of another key.
        """
        return self.source.with_suffix(".old")

    @property
    def waits(self) -> bool:
        """Whether it has not been carried out yet."""
        return files.taken(self.source)


def carry_out(moves: Sequence[Move]) -> None:
    """Carry out the pending moves. It is safe to repeat after a kill at any step."""
    if len(moves) > 1 and all(move.waits for move in moves):
        for move in moves:
            if move.was is not None and move.target.name.endswith(PUBLIC_SUFFIX):
                with contextlib.suppress(FileNotFoundError):
                    os.replace(move.target, move.aside)
    for move in moves:
        if move.waits:
            _place(move)
    for move in moves:
        if move.was is not None and files.taken(move.aside):
            with contextlib.suppress(OSError):  # a public file, which `clean` deletes later
                os.unlink(move.aside)


def fits(move: Move) -> bool:
    now = identity(move.target)
    return now is None or now == move.was or now[2] == 0 or _same(move.source, move.target)


def undone(folder: Path, moves: Sequence[Move]) -> bool:
    """Undo the moves; False if a file was replaced already, or undoing fails as well."""
    try:
        if any(move.was is not None and not move.waits for move in moves):
            return False
        for move in moves:
            if move.was is not None:
                if files.taken(move.aside):
                    os.replace(move.aside, move.target)
            elif not move.waits:
                os.rename(move.target, move.source)
            elif files.taken(move.target) and _same(move.source, move.target):
                os.unlink(move.target)
        drop(folder)
    except (OSError, WalletError):
        return False
    return True


def identity(path: Path) -> Identity | None:
    try:
        found = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def write(folder: Path, moves: Sequence[Move]) -> None:
    content = json.dumps(
        [
            [str(move.source.relative_to(folder)), str(move.target.relative_to(folder)), move.was]
            for move in moves
        ]
    )
    temporary = passing_name(folder / JOURNAL)
    handle = files.create_locked(temporary)
    try:
        files.write_flushed(handle, content.encode())
        for place in {move.source.parent for move in moves}:
            files.flush_folder(place)
        os.replace(temporary, folder / JOURNAL)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    finally:
        os.close(handle)
    files.flush_folder(folder)


def read(folder: Path) -> list[Move]:
    """Read the moves; empty if there is no journal, or it is not in our format."""
    try:
        content = json.loads(files.read(folder / JOURNAL, follow=False))
        return [_move(folder, *one) for one in content]
    except (WalletError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return []


def drop(folder: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        os.unlink(folder / JOURNAL)


def passing_name(path: Path) -> Path:
    return path.with_name(f".{path.name}.{secrets.token_hex(8)}.tmp")


def _place(move: Move) -> None:
    now = identity(move.target)
    if now is None:
        _appear(move.source, move.target)
    elif now == move.was or now[2] == 0:
        os.replace(move.source, move.target)
    elif _same(move.source, move.target):
        _drop(move.source)
    else:
        raise FileExistsError(errno.EEXIST, "it exists already", str(move.target))


def _appear(source: Path, target: Path) -> None:
    """Give the file its name; the system refuses if the name is taken."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # Second best: claim the name with an empty file, which `_place` treats as none.
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
        try:
            os.replace(source, target)
        except BaseException:
            os.unlink(target)
            raise
    else:
        _drop(source)


def _drop(source: Path) -> None:
    """Remove the old name of a file that has its new one."""
    try:
        os.unlink(source)
    except OSError:
        if not LEFTOVER.fullmatch(source.name):
            raise  # a renamed key would have two names; a temporary one `clean` deletes later


def _same(one: Path, other: Path) -> bool:
    return os.path.samestat(os.lstat(one), os.lstat(other))


def _move(folder: Path, source: str, target: str, was: list[int] | None) -> Move:
    if source == target:
        raise ValueError(source)
    seen = None if was is None else (was[0], was[1], was[2])
    return Move(_inside(folder, source), _inside(folder, target), seen)


def _inside(folder: Path, name: str) -> Path:
    """A path from the journal, which must be inside the wallet: a restored backup could name any
    path."""
    parts = name.split("/")
    if len(parts) > 2 or (len(parts) == 2 and parts[0] != HOTKEYS):
        raise ValueError(name)
    if any(part in ("", ".", "..") for part in parts):
        raise ValueError(name)
    return folder / name
