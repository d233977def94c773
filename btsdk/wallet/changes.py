"""Atomic changes to the files of one wallet.

Every file is first staged: written and flushed with mode 0600, under a temporary name beside its
target. `apply` then moves all of them into place. A single file takes one atomic step. Several take
a journal: once `.change.json` names all moves, the change is committed, and after a kill the next
use of the wallet (`settle`) completes the moves. Before that nothing has changed.

A staged file stays locked while its process lives. An unlocked one is a leftover of a killed
process, and the next change to the wallet deletes it (`clean`).
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

    At the end of the block, staged files that were not applied are deleted, with the directories
    made for them.
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
        # After `apply`, only a change that is still in the journal needs its staged files.
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
        """Whether the change was made, or will be completed by the next use of the wallet."""
        return self._applied

    def write(
        self, path: Path, data: bytes, *, overwrite: bool = False, follow: bool = False
    ) -> None:
        """Stage a file. `follow` rewrites the target of a symbolic link; otherwise links are
        refused."""
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
        """Rename a file; the new name must be free."""
        self._moves.append(Move(old, new, None))

    def apply(self) -> None:
        """Move everything into place. An error says whether nothing was changed or the change will
        be completed later."""
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
                raise  # an interrupt: the change is completed anyway
        self._applied = True
        with contextlib.suppress(OSError):  # then `settle` finds nothing to do, and deletes it
            journal.drop(self.folder)

    def _finish(self, error: BaseException) -> None:
        """Complete a change that has replaced files already, so that it cannot be undone."""
        try:
            journal.carry_out(self._moves)
        except OSError:
            if not files.taken(self.folder / JOURNAL):
                self._applied = False
                raise _explained(self._moves, error) from error
            raise WalletError(
                str(self.folder),
                f"a change was started and could not be completed: {error}",
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
    """Complete a change that a kill interrupted; quick if there is none."""
    if files.taken(folder / JOURNAL):
        with files.locked(folder):
            _settle(folder)


def leftovers(folder: Path) -> Iterator[Path]:
    """The staged files whose process has ended."""
    for place in (folder, folder / HOTKEYS):
        for name in files.names(place):
            path = place / name
            if LEFTOVER.fullmatch(name) and _is_file(path) and not files.in_use(path):
                yield path


def clean(folder: Path) -> None:
    """Delete the leftovers of interrupted changes."""
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
    """The journal and all temporary files, in use or not, for deleting a whole wallet."""
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
            # A name that another program took meanwhile is left alone.
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
    """Raise if another process changed the file since the change began."""
    if not move.waits:
        raise KeyFileMissing(str(move.source), "another program deleted it meanwhile")
    now = journal.identity(move.target)
    if now == move.was:
        return
    if move.was is None:
        raise _exists(move.target)
    raise WalletError(
        str(move.target),
        "another program changed it meanwhile",
        hint="Nothing was changed here. Try again.",
    )


def _exists(path: Path) -> KeyFileExists:
    return KeyFileExists(
        str(path),
        "it exists already",
        hint="Nothing was changed. Ask for overwriting to replace it.",
    )


def _target(path: Path, overwrite: bool, follow: bool) -> Path:
    """The file to write; raises if it must not be replaced."""
    try:
        found = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return path
    except OSError as error:
        raise files.failed(path, "cannot be read", error) from error
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
        files.read(target)  # raises if the link is broken, or does not lead to a regular file
        return target
    if not stat.S_ISREG(found.st_mode):
        raise WalletError(str(path), "it is not a regular file, and is not replaced")
    return path


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except OSError:
        return False
