"""Error functions and lookup tables for generated read functions."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any, NoReturn

from btsdk.errors import DecodeError
from btsdk.scale.bits import read_bits
from btsdk.scale.era import read_era
from btsdk.scale.linker import Function
from btsdk.scale.primitives import Some, compact_read, compacts_read

DEPTH_MAX = 256
"""The greatest nesting depth of recursive types in one value."""


class Names(dict[int, Any]):
    """Values by their byte on the wire; any other byte is an error."""

    def __init__(self, what: str, values: dict[int, Any]) -> None:
        super().__init__(values)
        self._what = what

    def __missing__(self, index: int) -> NoReturn:
        raise DecodeError(f"{index} is not the index of any {self._what}")


class VariantReaders(Names):
    """The functions that read the cases of an enum, each made when its index is first met."""

    def __init__(self, what: str, make: Callable[[int], Function | None]) -> None:
        super().__init__(what, {})
        self._make = make

    def __missing__(self, index: int) -> Any:
        function = self._make(index)
        if function is None:
            super().__missing__(index)
        self[index] = function
        return function


def short(offset: int) -> NoReturn:
    raise DecodeError("the input ends inside a value", offset=offset)


def too_many(count: int, offset: int) -> NoReturn:
    raise DecodeError(f"{count} values without bytes are not plausible", offset=offset)


def bad_option(offset: int) -> NoReturn:
    raise DecodeError("an option starts with neither 0 nor 1", offset=offset)


def too_deep(offset: int) -> NoReturn:
    raise DecodeError(f"values are nested more than {DEPTH_MAX} deep", offset=offset)


def slices(data: bytes, start: int, end: int, step: int) -> list[bytes]:
    return [data[place : place + step] for place in range(start, end, step)]


def char(code: int) -> str:
    if 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        raise DecodeError(f"{code:#x} is not a Unicode scalar value")
    return chr(code)


HELPERS: dict[str, Any] = {
    "Some": Some,
    "bits": read_bits,
    "char": char,
    "compact": compact_read,
    "compacts": compacts_read,
    "era": read_era,
    "integer": int.from_bytes,
    "new_tuple": tuple.__new__,
    "truth": Names("bool", {0: False, 1: True}),
    "short": short,
    "too_many": too_many,
    "bad_option": bad_option,
    "too_deep": too_deep,
    "slices": slices,
    "unpack_from": struct.unpack_from,
}
