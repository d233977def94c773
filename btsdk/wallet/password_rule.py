"""The one rule of what a password is, whatever source it comes from.

A password is one line of text, without blanks at its ends, in Unicode's composed form (NFC).

Earlier releases took some lines as they stood: a key that was encrypted so still opens, because the
line is tried by the rule first, and then as it stands.
"""

from __future__ import annotations

_BYTE_ORDER_MARK = "\ufeff"
"""Some editors begin a file with it."""


def by_rule(line: str) -> str:
    """The password in a line; empty where it has none."""
    text = line.removeprefix(_BYTE_ORDER_MARK).strip()
    if text.isascii():
        return text
    import unicodedata  # noqa: PLC0415  # 1 MB, for passwords that are not ASCII alone

    return unicodedata.normalize("NFC", text)


def candidates(line: str) -> tuple[str, ...]:
    """The passwords that a line may stand for: by the rule, and as earlier releases took it."""
    ruled = by_rule(line)
    forms = [line] if is_several_lines(ruled) else [ruled, line.strip(), line]
    return tuple(dict.fromkeys(form for form in forms if form))


def is_several_lines(text: str) -> bool:
    """Whether a text cannot be a password, since a file or a terminal would give a part of it."""
    return "\n" in text or "\r" in text
