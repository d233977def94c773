"""Type expressions: their zeros, names and fixed-point literals."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain_spec.types import (
    Array,
    AsCompact,
    BoundedVec,
    ByteArray,
    Bytes,
    Compact,
    Option,
    Tuple,
    Unit,
    Vec,
    alias,
    enum,
    newtype,
    struct,
    u8,
    u16,
    u64,
    variant,
)
from chain_spec.types.expression import Type, field_name, fields_of
from chain_spec.types.frame import AccountInfo
from chain_spec.types.units import I32F32, I96F32, U64F64, NetUid


@pytest.mark.parametrize(
    ("expression", "zero"),
    [
        (u64, 0),
        (Bytes, b""),
        (Vec(u16), []),
        (ByteArray(3), b"\0\0\0"),
        (Array(u16, 2), (0, 0)),
        (Option(u8), None),
        (Compact(u64), 0),
        (Unit, ()),
        (Tuple(Vec(u8), u64), (b"", 0)),
        (alias("X", Vec(u16)), []),
        (BoundedVec(u16, 4), []),
        (newtype("a::N", u16), 0),
        (newtype("a::N", u16, default=7), 7),
        (struct("a::S", x=u16, from_=Bytes), {"x": 0, "from": b""}),
        (enum("a::E", First=1, Second=0), "First"),
        (enum("a::E", First=variant(0, u16), Second=1), ("First", 0)),
        (enum("a::E", First=variant(0, x=u16)), ("First", {"x": 0})),
        (U64F64, 0),
    ],
)
def test_zero_is_what_rust_defaults_to(expression: Type[object], zero: object) -> None:
    assert expression.zero() == zero


def test_zeros_are_not_shared() -> None:
    AccountInfo.zero()["data"]["free"] = 5
    assert AccountInfo.zero()["data"]["free"] == 0
    assert AccountInfo.zero()["data"]["flags"] == 1 << 127


@pytest.mark.parametrize(
    ("expression", "label"),
    [
        (Vec(Tuple(u64, NetUid)), "Vec<(u64, NetUid)>"),
        (Option(ByteArray(32)), "Option<[u8; 32]>"),
        (Compact(NetUid), "Compact<NetUid>"),
        (AsCompact(NetUid), "NetUid"),
        (BoundedVec(u16, 9), "BoundedVec<u16>"),
        (struct("a::b::S", x=u16), "S"),
    ],
)
def test_labels_are_rusts(expression: Type[object], label: str) -> None:
    assert expression.label == label


def test_fields_are_all_positional_or_all_named() -> None:
    with pytest.raises(TypeError, match="positional or all named"):
        fields_of((u8,), {"x": u8})


def test_a_trailing_underscore_evades_a_keyword() -> None:
    assert (field_name("from_"), field_name("to")) == ("from", "to")


@given(st.integers(0, 2**31 - 1), st.text("0123456789", min_size=1, max_size=12))
def test_fixed_point_literals_are_rounded_to_the_nearest(whole: int, part: str) -> None:
    number = f"{whole}.{part}"
    for kind in (I32F32, I96F32, U64F64):
        error = abs(Fraction(kind.bits(number), 1 << kind.frac_bits) - Fraction(number))
        assert error <= Fraction(1, 2 << kind.frac_bits)
