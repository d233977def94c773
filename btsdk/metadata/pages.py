"""A page of a storage map, from the hex of the node's answers to entries in few passes.

Hex is converted for the whole page at once, and rows of fixed width are unpacked together. A page
with anything unusual is left to the reading of entries one by one, which names what is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from btsdk.errors import DecodeError
from btsdk.scale.registry import READ_FAULTS, Codec
from btsdk.scale.rows import Rows

_UNUSUAL = (*READ_FAULTS, DecodeError, TypeError, ValueError, AttributeError)


class PageReader:
    """The reader of one item's pages; `key_rows` begin behind the prefix, with the first hash.

    Values are read by `value_rows`, or one by one with `codec` if their width varies.
    """

    def __init__(
        self, prefix: bytes, key_rows: Rows, value_rows: Rows | None, codec: Codec
    ) -> None:
        self._prefix = "0x" + prefix.hex()
        self._key_rows = key_rows
        self._value_rows = value_rows
        self._codec = codec

    def read(self, keys: Sequence[str], values: Sequence[str | None]) -> list[Any] | None:
        """Pairs of keys and value for the hex of raw keys and values; None for an unusual page."""
        try:
            found = _read_rows(self._key_rows, _digits(keys, self._prefix))
            digits = _digits(values, "0x")
            if self._value_rows is not None:
                contents = _read_rows(self._value_rows, digits)
            else:
                contents = self._one_by_one(digits)
        except _UNUSUAL:
            return None
        return list(zip(found, contents, strict=True))

    def _one_by_one(self, digits: Sequence[str]) -> list[Any]:
        read = self._codec.bare_reader()
        data = bytes.fromhex("".join(digits))
        contents, end = [], 0
        for text in digits:
            value, stop = read(data, end)
            end += len(text) >> 1
            if stop != end:
                raise ValueError("a value ends elsewhere")
            contents.append(value)
        if end != len(data):
            raise ValueError("a text has spaces or half a byte")
        return contents


def _digits(texts: Sequence[Any], start: str) -> list[str]:
    """The texts without their common start."""
    # All that is sorted between two texts with this start has it, too.
    if not (min(texts).startswith(start) and max(texts).startswith(start)):
        raise ValueError("a text starts otherwise")
    length = len(start)
    return [text[length:] for text in texts]


def _read_rows(rows: Rows, digits: Sequence[str]) -> list[Any]:
    if set(map(len, digits)) != {2 * rows.size}:
        raise ValueError("a row has another width")
    data = bytes.fromhex("".join(digits))
    if len(data) != len(digits) * rows.size:
        raise ValueError("a text has spaces")
    return rows.read(data)
