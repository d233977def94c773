"""Normalization of passwords, the same for every source.

A password is one line of text, without blanks at its ends, in Unicode's composed form (NFC).
Earlier releases did not normalize some lines: such a key still opens, because the normalized line
is tried first, and then the original.
"""

from __future__ import annotations

_BYTE_ORDER_MARK = "\ufeff"
"""Some editors begin a file with it."""


def by_rule(line: str) -> str:
    """The normalized password in a line; empty if there is none."""
    text = line.removeprefix(_BYTE_ORDER_MARK).strip()
    if text.isascii():
        return text
    import unicodedata  # noqa: PLC0415  # 1 MB, for passwords that are not ASCII alone

    return unicodedata.normalize("NFC", text)


def candidates(line: str) -> tuple[str, ...]:
    """The passwords to try for a line: normalized, and as earlier releases read it."""
    ruled = by_rule(line)
    forms = [line] if is_several_lines(ruled) else [ruled, line.strip(), line]
    return tuple(dict.fromkeys(form for form in forms if form))


def is_several_lines(text: str) -> bool:
    """Whether a text has several lines, so that a file or a terminal would yield only a part of
    it."""
    return "\n" in text or "\r" in text
