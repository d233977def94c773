"""Compact integers, and the explicit `Some` of nested options.

A compact integer has exactly one encoding, the shortest; a longer one is refused, as Substrate's
own decoder refuses it.
"""

from __future__ import annotations

from typing import Any

from btsdk.errors import DecodeError, EncodeError
from btsdk.frozen import Frozen
from btsdk.integers import index

COMPACT_MAX = (1 << 536) - 1
"""The largest compact integer: 67 bytes, the most that the first byte can express."""


_SHORT = bytes(byte >> 2 if not byte & 3 else 255 for byte in range(256))
"""The number in a form of one byte, by that byte; 255 where more bytes follow."""


class Some(Frozen):
    """The filled `Option` whose content may itself be None (an option in an option)."""

    value: Any


def compact_encode(value: int) -> bytes:
    """The shortest compact form of an integer; raises `EncodeError` outside its range."""
    if type(value) is not int:
        number = index(value)
        if number is None:
            raise EncodeError(f"{value!r:.100} is not an integer")
        value = number
    if value < 0 or value > COMPACT_MAX:
        raise EncodeError(f"{value} is outside the range of a compact integer")
    if value < 1 << 6:
        return bytes((value << 2,))
    if value < 1 << 14:
        return (value << 2 | 1).to_bytes(2, "little")
    if value < 1 << 30:
        return (value << 2 | 2).to_bytes(4, "little")
    size = (value.bit_length() + 7) // 8
    return bytes(((size - 4) << 2 | 3,)) + value.to_bytes(size, "little")


def compact_read(data: bytes, offset: int, limit: int = COMPACT_MAX) -> tuple[int, int]:
    """The compact integer at `offset` and the offset behind it.

    Raises `DecodeError` when the input ends early, when a shorter form of the same number exists,
    and when the number is above `limit`.
    """
    try:
        first = data[offset]
    except IndexError:
        raise DecodeError("the input ends before a compact integer", offset=offset) from None
    mode = first & 3
    if mode == 0:
        value, end, least = first >> 2, offset + 1, 0
    elif mode == 3:
        end = offset + 5 + (first >> 2)
        value, least = int.from_bytes(data[offset + 1 : end], "little"), 1 << 30
        if first > 3:
            least = 1 << 8 * (end - offset - 2)
    else:
        end = offset + 2 * mode
        value = int.from_bytes(data[offset:end], "little") >> 2
        least = 1 << 6 if mode == 1 else 1 << 14
    if end > len(data):
        raise DecodeError("the input ends inside a compact integer", offset=offset)
    if value < least:
        raise DecodeError("a compact integer is not in its shortest form", offset=offset)
    if value > limit:
        raise DecodeError(f"the compact integer {value} is above {limit}", offset=offset)
    return value, end


def compacts_read(data: bytes, offset: int, count: int, limit: int) -> tuple[list[int], int]:
    """`count` compact integers from `offset` on, and the offset behind them, as `compact_read`."""
    short = data[offset : offset + count].translate(_SHORT)
    if len(short) == count and 255 not in short:  # all of one byte, as in many columns
        return list(short), offset + count
    found: list[int] = []
    size = len(data)
    for _ in range(count):
        end = offset + 1
        if end > size:
            raise DecodeError("the input ends before a compact integer", offset=offset)
        first = data[offset]
        mode = first & 3
        if mode == 0:
            value = first >> 2
        elif mode == 3:
            end = offset + 5 + (first >> 2)
            value = int.from_bytes(data[offset + 1 : end], "little")
            # A number below this last byte has a shorter form.
            if end > size or data[end - 1] < (64 if first == 3 else 1):
                value, end = compact_read(data, offset, limit)
        elif mode == 1 and end < size and data[end]:
            value = data[end] << 6 | first >> 2
            end += 1
        elif mode == 2 and end + 3 <= size and (data[end + 1] or data[end + 2]):
            end += 3
            value = int.from_bytes(data[offset:end], "little") >> 2
        else:
            value, end = compact_read(data, offset, limit)
        if value > limit:
            compact_read(data, offset, limit)
        found.append(value)
        offset = end
    return found, offset
