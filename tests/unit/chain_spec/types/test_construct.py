"""The words that types are built with, by what the codec makes of them."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.scale import Registry
from chain_spec.portable import RegistryBuilder
from chain_spec.types import (
    Array,
    AsCompact,
    BoundedBytes,
    BoundedVec,
    BTreeMap,
    BTreeSet,
    ByteArray,
    Compact,
    Option,
    Result,
    Tuple,
    Vec,
    WeakBoundedVec,
    alias,
    boolean,
    enum,
    fixed,
    newtype,
    struct,
    u8,
    u16,
    u32,
    variant,
)
from chain_spec.types.construct import split_path, unlabelled
from chain_spec.types.expression import Type


def encoded(expression: Type[Any], value: Any) -> str:
    builder = RegistryBuilder(lambda kind: expression)
    number = builder.id(expression)
    registry = Registry(builder.types())
    data = registry.encode(number, value)
    assert registry.decode(number, data) == value
    return data.hex()


@pytest.mark.parametrize(
    ("expression", "label", "value", "data"),
    [
        (Vec(u16), "Vec<u16>", [1, 2], "0801000200"),
        (BoundedVec(u16, 4), "BoundedVec<u16>", [1], "040100"),
        (WeakBoundedVec(u16, 4), "WeakBoundedVec<u16>", [1], "040100"),
        (BoundedBytes(4), "BoundedVec<u8>", b"ab", "086162"),
        (Array(u16, 2), "[u16; 2]", (1, 2), "01000200"),
        (ByteArray(2), "[u8; 2]", b"ab", "6162"),
        (Option(u8), "Option<u8>", None, "00"),
        (Option(u8), "Option<u8>", 5, "0105"),
        (Compact(u32), "Compact<u32>", 64, "0101"),
        (AsCompact(u32), "u32", 64, "0101"),
        (Tuple(u8, boolean), "(u8, bool)", (7, True), "0701"),
        (BTreeMap(u8, u8), "BTreeMap<u8, u8>", [(1, 2)], "040102"),
        (BTreeSet(u8), "BTreeSet<u8>", b"\x01\x02", "080102"),
        (Result(u8, u16), "Result", ("Ok", 1), "0001"),
        (Result(u8, u16), "Result", ("Err", 1), "010100"),
        (alias("N", u16), "N", 1, "0100"),
        (struct("a::B", x=u8, from_=u16), "B", {"x": 1, "from": 2}, "010200"),
        (newtype("a::Id", u16), "Id", 3, "0300"),
        (enum("a::E", Off=0, On=variant(5, u8)), "E", ("On", 7), "0507"),
        (enum("a::E", Off=3), "E", "Off", "03"),
        (fixed("U8F8", False, 8, 8), "U8F8", 256, "0001"),
    ],
)
def test_a_word_has_its_label_and_its_bytes(
    expression: Type[Any], label: str, value: Any, data: str
) -> None:
    assert expression.label == label
    assert encoded(expression, value) == data


def test_fields_that_are_described_by_hand_show_no_type() -> None:
    assert [field.shows_type for field in unlabelled(0, u8, u16).fields] == [False, False]
    assert [field.shows_type for field in variant(0, u8, u16).fields] == [True, True]


def test_a_newtype_may_have_a_zero_of_its_own() -> None:
    assert newtype("a::Id", u16, default=7).zero() == 7
    assert newtype("a::Id", u16).zero() == 0


def test_a_path_is_split_at_its_colons() -> None:
    assert split_path("a::b::C") == ("a", "b", "C")
    assert split_path("C") == ("C",)
