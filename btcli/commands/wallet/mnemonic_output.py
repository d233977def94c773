"""The output of mnemonics of new keys.

A mnemonic goes to one stream: standard error or, with `--reveal-mnemonic`, standard output. It is
written completely or the key is not created; it never goes to another stream.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import stat
import sys
from collections.abc import Iterator, Mapping
from typing import TextIO

from btcli.context import Context
from btcli.terminal.streams import is_lost
from btsdk.errors import WalletError

_CAUTION = """\
Write these words down and keep them in a safe place.
Anyone who has them has the key.
If you lose the words and the file, the key is lost.
They are not shown again."""
_INDENT = "    "
_CELL = 15  # "12. abandon" with the space to the next word


def stream(to_stdout: bool, encrypted: bool) -> TextIO:
    """The stream for mnemonics; raises if it is closed.

    The null device is accepted for unencrypted keys only.
    """
    name = "standard output" if to_stdout else "standard error"
    chosen = sys.stdout if to_stdout else sys.stderr
    at_start = sys.__stdout__ if to_stdout else sys.__stderr__
    if not _is_open(chosen) or (at_start is None and _is_null(chosen)):
        raise _not_shown(name, "it is closed")
    if encrypted and _is_null(chosen):
        raise _not_shown(name, "it is the null device")
    return chosen


def show(context: Context, to: TextIO, words: Mapping[str, str]) -> None:
    """Write all mnemonics to the stream, and on a terminal ask for a confirmation. Raises if they
    cannot be written or are not confirmed.
    """
    on_terminal = to.isatty()
    text = "".join(
        f"Mnemonic of the {key}:\n\n{_grid(mnemonic, _width(to))}\n"
        + ("" if on_terminal else f"\n{_INDENT}{mnemonic}\n")
        + "\n"
        for key, mnemonic in words.items()
    )
    write(to, f"{text}{_CAUTION}\n")
    if on_terminal and context.may_prompt and sys.stdin is not None and sys.stdin.isatty():
        context.confirm("Have you written them down?")


def write(to: TextIO, text: str) -> None:
    """`put`, with an error that says that no key was created."""
    try:
        put(to, text)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        message = f"it cannot be written: {reason}"
        raise _not_shown("the stream for the mnemonic", message) from error


def put(to: TextIO, text: str) -> None:
    """Write all of the text, unbuffered, so that no part of it appears later or elsewhere.

    Raises `OSError`, or `ValueError` for a closed stream.
    """
    to.flush()
    if is_lost(to):  # what follows a lost write goes to the null device
        raise OSError(errno.EIO, "an earlier line could not be written")
    descriptor = _descriptor(to)
    if descriptor is None:
        to.write(text)
        to.flush()
        return
    data = text.encode(errors="replace")
    while data:
        data = data[os.write(descriptor, data) :]


def _grid(mnemonic: str, width: int) -> str:
    """The words in numbered rows that fit the terminal."""
    words = mnemonic.split()
    columns = 4 if len(words) % 4 == 0 else 3
    columns = max(1, min(columns, (width - len(_INDENT)) // _CELL))
    return "\n".join(_rows(words, columns))


def _rows(words: list[str], columns: int) -> Iterator[str]:
    for first in range(0, len(words), columns):
        row = enumerate(words[first : first + columns], first + 1)
        yield _INDENT + "".join(f"{number:>2}. {word:<11}" for number, word in row).rstrip()


def _width(to: TextIO) -> int:
    with contextlib.suppress(OSError, ValueError):
        return os.get_terminal_size(to.fileno()).columns
    return 80


def _descriptor(to: TextIO) -> int | None:
    try:
        return to.fileno()
    except (io.UnsupportedOperation, AttributeError):
        return None


def _is_open(to: TextIO | None) -> bool:
    if to is None or to.closed or is_lost(to):
        return False
    descriptor = _descriptor(to)
    try:
        return descriptor is None or bool(os.fstat(descriptor))
    except OSError:
        return False


def _is_null(to: TextIO) -> bool:
    descriptor = _descriptor(to)
    if descriptor is None:
        return False
    found = os.fstat(descriptor)
    return stat.S_ISCHR(found.st_mode) and found.st_rdev == os.stat(os.devnull).st_rdev


def _not_shown(name: str, why: str) -> WalletError:
    return WalletError(
        name,
        f"{why}, so the mnemonic of a new key cannot be shown",
        hint="No key was created. The mnemonic goes to standard error; with --json-output "
        "--reveal-mnemonic it is in the result on standard output.",
    )
