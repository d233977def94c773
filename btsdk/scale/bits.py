"""Bit sequences (`bitvec::BitVec`) as tuples of bool.

A compact count of bits comes first, then whole stores of 8 to 64 bits, little-endian, filled from
their lowest bit (`Lsb0`) or from their highest (`Msb0`).
"""

from __future__ import annotations

from typing import Any

from btsdk.errors import DecodeError, EncodeError
from btsdk.scale.primitives import compact_encode, compact_read
from btsdk.scale.values import shown

BITS_MAX = (1 << 29) - 1
"""The longest bit sequence that Substrate's own decoder takes."""


def encode_bits(value: Any, store: int, highest_first: bool) -> bytes:
    """Encode a bit sequence; `store` is the width of a store in bytes."""
    if not isinstance(value, (list, tuple)) or not all(type(bit) is bool for bit in value):
        raise EncodeError(f"{shown(value)} is not a sequence of bools")
    width = store * 8
    stores = []
    for start in range(0, len(value), width):
        bits = value[start : start + width]
        places = range(width - 1, -1, -1) if highest_first else range(width)
        number = sum(1 << place for place, bit in zip(places, bits, strict=False) if bit)
        stores.append(number.to_bytes(store, "little"))
    return compact_encode(len(value)) + b"".join(stores)


def read_bits(
    data: bytes, offset: int, store: int, highest_first: bool
) -> tuple[tuple[bool, ...], int]:
    """The bits at `offset` and the offset behind; unused bits of the last store are ignored."""
    count, start = compact_read(data, offset, BITS_MAX)
    width = store * 8
    end = start + -(-count // width) * store
    if end > len(data):
        raise DecodeError(f"the input ends inside a sequence of {count} bits", offset=offset)
    bits: list[bool] = []
    for place in range(start, end, store):
        number = int.from_bytes(data[place : place + store], "little")
        text = f"{number:0{width}b}"
        bits.extend(bit == "1" for bit in (text if highest_first else reversed(text)))
    return tuple(bits[:count]), end
