"""Suggestions for mistyped commands.

A suggestion has to be a likely typing error: `remove` is not suggested for `move`.
"""

from __future__ import annotations

from collections.abc import Iterable

from btcli.unexpected_words import looks_secret

_LETTERS_PER_EDIT = 3
"""One edit is allowed for this many letters of a word."""


def no_command(typed: str, known: Iterable[str]) -> str:
    """The message for an unknown command, with what to use instead."""
    if looks_secret([typed]):
        return "No such command."  # a mnemonic or a seed is not repeated
    likely = similar(typed, known)
    meant = f" Did you mean {' or '.join(repr(name) for name in likely)}?" if likely else ""
    return f"No such command {typed!r}.{meant}"


def similar(typed: str, known: Iterable[str]) -> list[str]:
    """The known words within a few edits of the typed one; the nearest first."""
    plain = typed.lower().replace("_", "-")
    most = max(1, len(plain) // _LETTERS_PER_EDIT)
    measured = sorted((_edit_distance(plain, name), name) for name in set(known))
    return [name for slips, name in measured if slips <= most and slips < len(name)]


def _edit_distance(one: str, other: str) -> int:
    """The Damerau-Levenshtein distance of two words."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, wanted in enumerate(other, 1):
            best = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != wanted))
            swapped = (
                row > 1 and column > 1 and (letter, one[row - 2]) == (other[column - 2], wanted)
            )
            if swapped:
                best = min(best, before[column - 2] + 1)
            now.append(best)
        before, last = last, now
    return last[-1]
