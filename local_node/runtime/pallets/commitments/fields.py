"""The fields of a commitment: their size, and the locked ones.

A field is a name, or a pair of name and content, as the codec decodes the enum `Data`.
"""

from __future__ import annotations

from typing import Any

Field = str | tuple[str, Any]

TIMELOCKED = "TimelockEncrypted"
RESET_BONDS = "ResetBondsFlag"


def space(field: Field) -> int:
    """The bytes that count against the limit: those of the content; a flag has none."""
    if isinstance(field, str):
        return 0
    name, content = field
    return len(content["encrypted"] if name == TIMELOCKED else content)


def reveal_round(field: Field) -> int | None:
    """The round that opens the field, or None if it is not locked."""
    if isinstance(field, str) or field[0] != TIMELOCKED:
        return None
    number: int = field[1]["reveal_round"]
    return number


def encrypted(field: Field) -> bytes:
    """The ciphertext of a locked field."""
    content: Any = field[1]
    ciphertext: bytes = content["encrypted"]
    return ciphertext
