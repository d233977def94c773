"""The standard streams, prepared before anything is opened or written.

A closed descriptor is opened on `/dev/null`, so that no file or socket gets its number. Text that
the encoding lacks is replaced. A failed write to standard output raises `OutputNotWritten`; one to
standard error is ignored and sets `lost`.

Standard library only: `btcli --help` loads this.
"""

from __future__ import annotations

import codecs
import contextlib
import errno
import io
import os
import sys
from typing import TextIO

_ERRORS = "btcli.legible"

_REPLACEMENTS = {
    "τ": "TAO ",
    "α": "alpha ",
    "…": "...",
    "·": "-",
    "–": "-",
    "—": "-",
    "─": "-",
    "’": "'",
}
"""Replacements for our own symbols in other encodings; all else is escaped, as in `\\u03b2`."""


class OutputNotWritten(OSError):
    """The result could not be written to standard output. `is_pipe`: its reader has gone.

    It has no `errno`: Click handles `EPIPE` itself and exits.
    """

    def __init__(self, cause: Exception) -> None:
        super().__init__(getattr(cause, "strerror", None) or str(cause))
        self.reason = str(self)
        self.is_pipe = getattr(cause, "errno", None) == errno.EPIPE


class _ResultStream(io.TextIOWrapper):
    """Standard output."""

    lost = False

    def write(self, text: str) -> int:
        try:
            return super().write(text)
        except (OSError, ValueError) as error:
            raise self._write_failure(error) from error

    def flush(self) -> None:
        try:
            super().flush()
        except (OSError, ValueError) as error:
            raise self._write_failure(error) from error

    def _write_failure(self, error: Exception) -> OutputNotWritten:
        self.lost = True
        _redirect_to_null(self)
        return OutputNotWritten(error)


class _ErrorStream(io.TextIOWrapper):
    """Standard error. A failed write is ignored."""

    lost = False

    def write(self, text: str) -> int:
        try:
            return super().write(text)
        except (OSError, ValueError):
            self._lose()
            return len(text)

    def flush(self) -> None:
        try:
            super().flush()
        except (OSError, ValueError):
            self._lose()

    def _lose(self) -> None:
        self.lost = True
        _redirect_to_null(self)


def prepare() -> None:
    """Prepare the standard streams of this process. A second call does nothing."""
    closed = _open_closed_descriptors()
    codecs.register_error(_ERRORS, _replace_unencodable)
    if sys.stdin is None:
        sys.stdin = os.fdopen(_descriptor(0, closed), encoding="utf-8", closefd=False)
    elif sys.stdin is sys.__stdin__ and isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(
            errors="surrogateescape"
        )  # an invalid byte is a wrong answer, not a crash
    if sys.stdout is sys.__stdout__:
        sys.stdout = _rewrapped(_ResultStream, sys.stdout, 1, closed)
    if sys.stderr is sys.__stderr__:
        sys.stderr = _rewrapped(_ErrorStream, sys.stderr, 2, closed)


def is_lost(stream: TextIO) -> bool:
    """Whether a write to the stream has failed."""
    return bool(getattr(stream, "lost", False))


def columns(stream: TextIO | None = None) -> int:
    """The width of the terminal of this stream or another standard stream; 80 without one."""
    with contextlib.suppress(ValueError):
        if (given := int(os.environ.get("COLUMNS", ""))) > 0:
            return given
    for one in (stream, sys.stdout, sys.stderr, sys.stdin):
        with contextlib.suppress(AttributeError, ValueError, OSError):
            if one is not None and (found := os.get_terminal_size(one.fileno()).columns) > 0:
                return found
    return 80


def _open_closed_descriptors() -> set[int]:
    """Open those of the descriptors 0, 1 and 2 that are closed; returns their numbers."""
    closed = set()
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            _open_null(number)
            closed.add(number)
    return closed


def _open_null(number: int) -> None:
    """Open a descriptor read-only on `/dev/null`: reads are empty, writes fail."""
    opened = os.open(os.devnull, os.O_RDONLY)
    if opened != number:
        os.dup2(opened, number)
        os.close(opened)
    os.set_inheritable(number, True)


def _descriptor(number: int, closed: set[int]) -> int:
    """The standard descriptor, or a new one if another file has its number."""
    return number if number in closed else os.open(os.devnull, os.O_RDONLY)


def _rewrapped(
    kind: type[io.TextIOWrapper], stream: TextIO | None, number: int, closed: set[int]
) -> TextIO:
    if stream is None:
        raw = io.FileIO(_descriptor(number, closed), "w", closefd=False)
        return kind(io.BufferedWriter(raw), encoding="utf-8", errors=_ERRORS)
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    return kind(
        stream.buffer,
        encoding=stream.encoding,
        errors=_ERRORS,
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )


def _redirect_to_null(stream: TextIO) -> None:
    """Redirect the stream, so that flushing its buffer at exit does not fail."""
    with contextlib.suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, stream.fileno())
        os.close(nothing)


def _replace_unencodable(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(_REPLACEMENTS.get(sign) or _escaped(sign) for sign in wrong), error.end


def _escaped(sign: str) -> str:
    return sign.encode("ascii", "backslashreplace").decode()
