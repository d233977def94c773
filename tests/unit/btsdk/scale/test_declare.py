"""Registries that are written by hand."""

from __future__ import annotations

import pytest

from btsdk.errors import DecodeError
from btsdk.scale.declare import Declaration
from btsdk.scale.types import Case, Field, Variant


def test_equal_types_have_one_id() -> None:
    d = Declaration()
    text = d.primitive("str")
    assert d.primitive("str") == text
    assert d.sequence(text) == d.sequence(text)
    assert d.struct("One", a=text) == d.struct("One", a=text)
    assert d.struct("Other", a=text) != d.struct("One", a=text)
    assert d.struct("One", b=text) != d.struct("One", a=text)


def test_values_of_every_kind_go_through_it() -> None:
    d = Declaration()
    small, text = d.primitive("u8"), d.primitive("str")
    whole = d.struct(
        "Whole",
        count=d.compact("u32"),
        names=d.sequence(text),
        key=d.array(4, small),
        pair=d.pair(small, text),
        perhaps=d.option(small),
        kind=d.enum("Kind", Nothing=None, Named=text),
    )
    value = {
        "count": 70,
        "names": ["a", "b"],
        "key": b"key!",
        "pair": (1, "x"),
        "perhaps": None,
        "kind": ("Named", "y"),
    }
    registry = d.registry()
    data = registry.encode(whole, value)
    assert data == bytes.fromhex("1901" + "0804610462" + "6b657921" + "010478" + "00" + "010479")
    assert registry.decode(whole, data) == value
    with pytest.raises(DecodeError, match="2 is not the index of any case of Kind"):
        registry.decode(whole, data[:-3] + b"\x02")


def test_cases_are_numbered_in_order() -> None:
    d = Declaration()
    kind = d.enum("Kind", First=None, Second=d.primitive("u8"))
    declared = d.registry().types[kind]
    assert declared.path == ("Kind",)
    assert declared.definition == Variant(
        (Case("First", (), 0), Case("Second", (Field(None, d.primitive("u8")),), 1))
    )
