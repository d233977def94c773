"""Escaping of foreign text: from nodes, chains, files, the command line.

Every character that a terminal would interpret, hide or draw over others is shown as its escape,
such as `\\x1b` or `\\u202e`; nothing is dropped. The sinks (`output`, `render`, `node_log`) escape
all text, so callers need not.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

_MOST_MARKS = 3
"""The most combining marks on one letter: languages need few, and many cover other lines."""

_INVISIBLE = frozenset(
    map(
        chr,
        (
            0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x2800,
            0x3164, 0xFFA0, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0),
        ),
    )
)  # fmt: skip
"""Fillers, joiners and variation selectors: printable by category, but invisible."""

_WIDE = frozenset("WF")


def visible(text: str) -> str:
    """The text in one line, with every character visible and none interpreted."""
    if text.isascii() and text.isprintable():
        return text
    shown = []
    marks = _MOST_MARKS  # a mark at the start would combine with the text before it
    for sign in text:
        kind = unicodedata.category(sign)
        if not sign.isprintable() or sign in _INVISIBLE or kind == "Me":
            shown.append(_escape(sign))
            marks = _MOST_MARKS
        elif kind[0] == "M":
            shown.append(sign if marks < _MOST_MARKS else _escape(sign))
            marks += 1
        else:
            shown.append(sign)
            marks = 0 if sign.isalpha() else _MOST_MARKS
    return "".join(shown)


def visible_lines(text: str) -> str:
    """`visible` for each line of a text whose line ends are our own."""
    return "\n".join(visible(line) for line in text.split("\n"))


def shortened(text: str, most: int) -> str:
    """At most `most` characters; a longer text is cut and its length added."""
    if len(text) <= most:
        return text
    return f"{text[:most]}… ({len(text):,} characters)"


def width(text: str) -> int:
    """The width of visible text in terminal columns."""
    if text.isascii():
        return len(text)
    return sum(_cells(sign) for sign in text)


def clipped(text: str, columns: int) -> str:
    """A line cut to a width in terminal columns."""
    if width(text) <= columns:
        return text
    room, kept = columns - 1, []
    for sign in text:
        room -= _cells(sign)
        if room < 0:
            break
        kept.append(sign)
    return "".join(kept) + "…"


def wrapped(text: str, columns: int, indent: str = "") -> list[str]:
    """Lines that break between words only; all but the first begin with `indent`.

    A word wider than the line, such as a hash, has a line of its own.
    """
    if width(text) <= columns:
        return [text]
    lines, line = [], ""
    for spaces, word in re.findall("( *)([^ ]+)", text):
        if not line or width(line + spaces + word) <= columns:
            line += spaces + word
            continue
        lines.append(line)
        line = indent + word if width(indent + word) <= columns else word
    return [*lines, line]


def json_text(document: Any, **form: Any) -> str:
    """A JSON document in printable ASCII; `json` does not escape DEL."""
    return json.dumps(document, **form).replace("\x7f", "\\u007f")


def _escape(sign: str) -> str:
    return sign.encode("unicode_escape").decode("ascii")


def _cells(sign: str) -> int:
    if unicodedata.category(sign)[0] == "M" and unicodedata.category(sign) != "Mc":
        return 0
    return 2 if unicodedata.east_asian_width(sign) in _WIDE else 1
