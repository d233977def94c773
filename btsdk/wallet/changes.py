"""Changes to the files of one wallet that happen as a whole or not at all.

Every file is first staged: written, flushed and closed to others, under a passing name beside its
target. `apply` then puts all of them in place. A single file takes one atomic step. Several take a
journal: once `.change.json` names all moves, the change is made, and whoever uses the wallet next
after a kill (`settle`) carries out the moves that are left. Before that nothing has changed.

A staged file stays locked while its process lives. What is not locked was left by a kill, and the
next change to the wallet deletes it (`clean`).
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType

from btsdk.errors import BtError, KeyFileExists, KeyFileMissing, WalletError
from btsdk.wallet import files, journal
from btsdk.wallet.journal import JOURNAL, LEFTOVER, Move
from btsdk.wallet.names import HOTKEYS


class Change:
    """Files of one wallet that are written or renamed together, inside a `with` block.

    At its end, files that were staged and not applied are deleted, with directories made for them.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._moves: list[Move] = []
        self._handles: list[int] = []
        self._staged: list[Path] = []
        self._made: list[Path] = []
        self._applied = False

    def __enter__(self) -> Change:
        settle(self.folder)
        clean(self.folder)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # After `apply` only a change that is still in the journal needs its sources.
        pending = self._applied and os.path.lexists(self.folder / JOURNAL)
        try:
            for path in () if pending else self._staged:
                _delete_staged(path, error)
        finally:
            for handle in self._handles:
                os.close(handle)
        if not self._applied:
            files.remove_empty(self._made)

    @property
    def applied(self) -> bool:
        """Whether the change is made, or will be completed by the next use of the wallet."""
        return self._applied

    def write(
        self, path: Path, data: bytes, *, overwrite: bool = False, follow: bool = False
    ) -> None:
        """Stage a file. `follow` rewrites what a symbolic link leads to; else links are refused."""
        target = _target(path, overwrite, follow)
        was = journal.identity(target)
        self._made += files.make_folder(target.parent)
        staging = self.folder if target.is_relative_to(self.folder) else target.parent
        source = journal.passing_name(target)
        try:
            with files.locked(staging):  # so that `clean` never sees it without its lock
                self._staged.append(source)
                handle = files.create_locked(source)
                self._handles.append(handle)
            files.write_flushed(handle, data)
        except OSError as error:
            raise files.failed(path, "cannot be written", error) from error
        self._moves.append(Move(source, target, was))

    def rename(self, old: Path, new: Path) -> None:
        """A file gets another name, which has to be free."""
        self._moves.append(Move(old, new, None))

    def apply(self) -> None:
        """Put everything in place. Raises with nothing changed, or says what is left to be done."""
        with files.locked(self.folder):
            _settle(self.folder)
            for move in self._moves:
                _check_unchanged(move)
            self._carry_out()
        for folder in {move.target.parent for move in self._moves} | {
            made.parent for made in self._made
        }:
            files.flush_folder(folder)

    def _carry_out(self) -> None:
        try:
            if len(self._moves) > 1:
                journal.write(self.folder, self._moves)
            journal.carry_out(self._moves)
        except BaseException as error:
            if journal.undone(self.folder, self._moves):
                raise _explained(self._moves, error) from error
            self._applied = True
            self._finish(error)
            if not isinstance(error, OSError):
                raise  # an interrupt: the change is made all the same
        self._applied = True
        with contextlib.suppress(OSError):  # then `settle` finds nothing to do, and drops it
            journal.drop(self.folder)

    def _finish(self, error: BaseException) -> None:
        """Files were replaced already, so there is only a way forward."""
        try:
            journal.carry_out(self._moves)
        except OSError:
            if not files.taken(self.folder / JOURNAL):
                self._applied = False
                raise _explained(self._moves, error) from error
            raise WalletError(
                str(self.folder),
                f"a change was begun and could not be completed: {error}",
                hint="The next btcli command that uses this wallet completes it.",
            ) from error


def _delete_staged(path: Path, error: BaseException | None) -> None:
    try:
        os.unlink(path)
    except FileNotFoundError:
        return
    except OSError:
        if isinstance(error, BtError):
            error.hint = f"{error.hint or ''} A temporary file is left: {path}.".strip()


def settle(folder: Path) -> None:
    """Complete a change that a kill interrupted; quick where there is none."""
    if files.taken(folder / JOURNAL):
        with files.locked(folder):
            _settle(folder)


def leftovers(folder: Path) -> Iterator[Path]:
    """Staged files whose process has ended."""
    for place in (folder, folder / HOTKEYS):
        for name in files.names(place):
            path = place / name
            if LEFTOVER.fullmatch(name) and _is_file(path) and not files.in_use(path):
                yield path


def clean(folder: Path) -> None:
    """Delete what interrupted changes left behind."""
    if not files.is_folder(folder):
        return
    with files.locked(folder):
        for path in list(leftovers(folder)):
            try:
                os.unlink(path)
            except FileNotFoundError:
                continue
            except OSError as error:
                raise files.failed(path, "an old temporary file cannot be deleted", error) from None


def staged_files(folder: Path) -> Iterator[Path]:
    """Journal and temporary files, in use or not: for whoever deletes the whole wallet."""
    for place in (folder, folder / HOTKEYS):
        for name in files.names(place):
            if name == JOURNAL or LEFTOVER.fullmatch(name):
                yield place / name


def _settle(folder: Path) -> None:
    moves = journal.read(folder)
    if not moves:
        return
    try:
        for move in moves:
            # A name that somebody else took meanwhile is left alone.
            if move.waits and not journal.fits(move):
                moves = [other for other in moves if other is not move]
        journal.carry_out(moves)
        journal.drop(folder)
    except OSError as error:
        raise files.failed(folder, "an interrupted change cannot be completed", error) from error


def _explained(moves: Sequence[Move], error: BaseException) -> BaseException:
    if isinstance(error, FileExistsError):
        return _exists(Path(str(error.filename2 or error.filename or moves[0].target)))
    if isinstance(error, OSError):
        failure = files.failed(moves[0].target, "cannot be written", error)
        failure.hint = "Nothing was changed."
        return failure
    return error


def _check_unchanged(move: Move) -> None:
    """Raise where another process was here since the change began."""
    if not move.waits:
        raise KeyFileMissing(str(move.source), "it was deleted by another program meanwhile")
    now = journal.identity(move.target)
    if now == move.was:
        return
    if move.was is None:
        raise _exists(move.target)
    raise WalletError(
        str(move.target),
        "it was changed by another program meanwhile",
        hint="Nothing was changed here. Try again.",
    )


def _exists(path: Path) -> KeyFileExists:
    return KeyFileExists(
        str(path),
        "it exists already",
        hint="Nothing was changed. Overwriting must be asked for.",
    )


def _target(path: Path, overwrite: bool, follow: bool) -> Path:
    """The file that is to be written; raises for what must not be."""
    try:
        found = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return path
    except OSError as error:
        raise files.failed(path, "cannot be looked at", error) from error
    if not overwrite:
        raise _exists(path)
    if stat.S_ISLNK(found.st_mode):
        if not follow:
            raise WalletError(
                str(path),
                "it is a symbolic link, and is not replaced",
                hint="Nothing was changed. Delete the link, or choose another name.",
            )
        target = Path(os.path.realpath(path))
        files.read(target)  # raises where the link leads to nothing, or to no regular file
        return target
    if not stat.S_ISREG(found.st_mode):
        raise WalletError(str(path), "it is not a regular file, and is not replaced")
    return path


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except OSError:
        return False
