"""Wrong values: refused, and what is wrong is said."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.errors import EncodeError
from tests.unit.btsdk.scale.samples import Sample, sample

DATA = {"free": 1, "reserved": 2, "flags": 3}


@pytest.fixture(scope="module")
def types() -> Sample:
    return sample()


def refuse(types: Sample, kind: str, value: Any) -> EncodeError:
    with pytest.raises(EncodeError) as caught:
        types.codec(kind).encode(value)
    return caught.value


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("u8", 256, "256 is not in the range of u8"),
        ("u64", -1, "-1 is not in the range of u64"),
        ("u128", 1 << 128, "is not in the range of u128"),
        ("i8", 128, "range of i8"),
        ("i256", 1 << 255, "range of i256"),
        ("u16", True, "True is not an integer"),
        ("u16", 1.0, "1.0 is not an integer"),
        ("u16", "1", "'1' is not an integer"),
        ("u16", None, "None is not an integer"),
        ("bool", 1, "1 is not a bool"),
        ("char", "ab", "not a single character"),
        ("char", "\ud800", "not a single character"),
        ("str", b"x", "not a str"),
        ("str", "\ud800", "not a value of this type"),
        ("bytes", "0x00", "'0x00' is not bytes"),
        ("bytes", [1, 2], "not bytes"),
        ("hash", bytes(31), "31 bytes where 32 are expected"),
        ("unit", 0, "0 is not ()"),
        ("pair", (1, 2, 3), "3 values where 2 are expected"),
        ("three u64", [1, 2], "2 items where 3 are expected"),
        ("many u32", [1], "1 items where 40 are expected"),
        ("vec u16", 5, "5 is not a list or tuple"),
        ("vec u16", "ab", "not a list or tuple"),
        ("vec unit", [()] * 257, "257 items without bytes"),
        ("compact u8", 256, "256 is above 255"),
        ("compact u64", -1, "-1 is outside the range"),
        ("compact u64", False, "False is not an integer"),
        ("option option u32", 7, "neither None nor Some"),
        ("bits u8 Lsb0", [1, 0], "not a sequence of bools"),
        ("Era", "Mortal", "is not 'Immortal' or"),
        ("Era", ("Mortal", (63, 0)), "63 is not a power of two"),
        ("Era", ("Mortal", (64, 64)), "phase 64"),
        ("Era", ("Mortal", (65536, 17)), "not a multiple of 16"),
        ("Colour", "Blue", "there is no case Blue; there are Red, Green"),
        ("Colour", 7, "7 is not a case name"),
        ("Shape", "Square", "there is no case Square"),
        ("Shape", "Circle", "the case Circle carries a value"),
        ("Shape", ("Square", 1), "there is no case Square"),
        ("Shape", ("Empty", 1), "1 is not ()"),
        ("Shape", 7, "7 is not a case name"),
        ("void", "x", "there is no case x"),
        ("Data", 7, "7 is not a dict of fields"),
        ("Data", {**DATA, "more": 1}, "unknown more"),
        ("Data", {"free": 1, "flags": 3}, "missing reserved"),
        ("Data", {"free": 1, "reserved": 2, "flag": 3}, "'flags'"),
    ],
)
def test_what_is_wrong_is_said(types: Sample, kind: str, value: Any, words: str) -> None:
    assert words in str(refuse(types, kind, value))


def test_numbers_of_other_libraries_are_integers(types: Sample) -> None:
    import numpy as np

    assert types.codec("vec u16").encode([np.uint16(7), 8]) == types.codec("vec u16").encode([7, 8])
    assert types.codec("compact u64").encode(np.int64(7)) == b"\x1c"
    assert "range of u16" in str(refuse(types, "u16", np.int64(70000)))
