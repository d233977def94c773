"""Type expressions as entries of a registry."""

from __future__ import annotations

import pytest

from btsdk.scale import types as portable
from chain_spec.portable import RegistryBuilder
from chain_spec.types import (
    BoundedVec,
    BTreeMap,
    Compact,
    Option,
    Tuple,
    Unit,
    Vec,
    alias,
    enum,
    struct,
    u8,
    u16,
    variant,
)
from chain_spec.types.expression import Outer, Type
from chain_spec.types.units import U64F64


@pytest.fixture
def builder() -> RegistryBuilder:
    outer = enum("node::RuntimeCall", Only=0)
    return RegistryBuilder(lambda kind: outer)


def test_a_type_comes_before_what_is_inside(builder: RegistryBuilder) -> None:
    assert builder.id(struct("a::Info", x=Vec(u16), y=u8)) == 0
    assert builder.types() == (
        portable.Type(
            0,
            ("a", "Info"),
            (),
            portable.Composite((portable.Field("x", 1, "Vec<u16>"), portable.Field("y", 3, "u8"))),
        ),
        portable.Type(1, (), (), portable.Sequence(2)),
        portable.Type(2, (), (), portable.Primitive("u16")),
        portable.Type(3, (), (), portable.Primitive("u8")),
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Vec(u16), Vec(u16), True),
        (Vec(u16), Vec(u8), False),
        (alias("N", u16), u16, True),
        (struct("a::B", x=u16), struct("a::B", x=u16), True),
        (struct("a::B", x=u16), struct("a::C", x=u16), False),
        (struct("a::B", x=u16), struct("a::B", x=alias("N", u16)), False),
        (BoundedVec(u8, 3), BoundedVec(u8, 4), True),
        (Compact(u16), Compact(u8), False),
        (Tuple(u8, u16), Tuple(u16, u8), False),
    ],
)
def test_what_looks_the_same_is_one_entry(
    builder: RegistryBuilder, one: Type[object], other: Type[object], same: bool
) -> None:
    first = builder.id(one)
    count = len(builder)
    assert (builder.id(other) == first) is same
    assert (len(builder) == count) is same


def test_options_are_the_enum_that_metadata_shows(builder: RegistryBuilder) -> None:
    number = builder.id(Option(u16))
    entry = builder.types()[number]
    assert entry.path == ("Option",)
    assert entry.params == (portable.Parameter("T", 1),)
    assert entry.definition == portable.Variant(
        (
            portable.Case("None", (), 0, ()),
            portable.Case("Some", (portable.Field(None, 1, None),), 1, ()),
        )
    )


def test_bounds_and_maps_have_the_paths_of_their_crates(builder: RegistryBuilder) -> None:
    builder.id(BoundedVec(u8, 3))
    builder.id(BTreeMap(u8, u16))
    paths = [entry.path for entry in builder.types() if entry.path]
    assert paths == [("bounded_collections", "bounded_vec", "BoundedVec"), ("BTreeMap",)]


def test_a_fixed_point_number_names_its_fraction_in_binary(builder: RegistryBuilder) -> None:
    builder.id(U64F64)
    first = builder.types()[0]
    assert first.path == ("substrate_fixed", "FixedU128")
    names = [
        entry.path[-1] for entry in builder.types() if entry.path[:1] == ("substrate_typenum",)
    ]
    # 64 is 1000000 in binary: seven digits
    assert names.count("UInt") == 7
    assert {"UTerm", "B0", "B1"} < set(names)


def test_a_type_that_contains_itself_ends(builder: RegistryBuilder) -> None:
    outer: Type[object] = Outer("calls")
    inside = enum("a::Call", Batch=variant(0, Vec(outer)))
    looping = RegistryBuilder(lambda kind: inside)
    number = looping.id(outer)
    (entry,) = (one for one in looping.types() if one.id == number)
    assert entry.path == ("a", "Call")
    assert len(looping) == 2


def test_only_what_was_added_is_known(builder: RegistryBuilder) -> None:
    number = builder.id(Unit)
    assert builder.known_id(Unit) == number
    with pytest.raises(KeyError):
        builder.known_id(Vec(u16))
    builder.id(Vec(u16))
    assert [entry.id for entry in builder.types(number + 1)] == [1, 2]
