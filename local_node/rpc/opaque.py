"""Extrinsics as Substrate's client decodes them: a length and as many bytes; the rest is ignored.

The bytes themselves are checked by the runtime.
"""

from __future__ import annotations

from typing import Final

from btsdk.errors import DecodeError
from btsdk.scale.primitives import compact_encode, compact_read

_LONGEST: Final = 2**32 - 1
_WHAT: Final = "Could not decode `OpaqueExtrinsic.0`"


class BadOpaque(Exception):
    """The bytes are not an extrinsic; `display` and `debug` are the forms in which Rust prints the
    error."""

    def __init__(self, cause: str) -> None:
        self.display = f"{_WHAT}:\n\t{cause}\n"
        inner = f'Error {{ cause: None, desc: "{cause}" }}'
        self.debug = f'Error {{ cause: Some({inner}), desc: "{_WHAT}" }}'
        super().__init__(self.display)


def opaque(data: bytes) -> bytes:
    """The extrinsic at the start of the bytes, with its length; raises `BadOpaque`."""
    try:
        length, start = compact_read(data, 0, _LONGEST)
    except DecodeError as error:
        raise BadOpaque(_cause(data)) from error
    if len(data) - start < length:
        raise BadOpaque("Not enough data to decode vector")
    return compact_encode(length) + data[start : start + length]


def _cause(data: bytes) -> str:
    """Why the bytes do not start with a compact `u32`."""
    mode = data[0] & 3 if data else 0
    if mode == 3 and data[0] >> 2:
        return "unexpected prefix decoding Compact<u32>"
    size = (1, 2, 4, 5)[mode]
    short = len(data) < size
    return "Not enough data to fill buffer" if short else "out of range decoding Compact<u32>"
