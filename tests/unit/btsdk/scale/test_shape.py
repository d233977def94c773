"""Shapes: equal for equal structure, different for every difference that counts."""

from __future__ import annotations

import pytest

from btsdk.metadata import Metadata
from btsdk.scale import Registry
from btsdk.scale.types import (
    Array,
    Case,
    Compact,
    Composite,
    Definition,
    Field,
    Primitive,
    Sequence,
    Tuple,
    Type,
    Variant,
)
from tests.unit.btsdk.scale.samples import Sample, sample


@pytest.fixture(scope="module")
def types() -> Sample:
    return sample()


def tree(first: int, leaf: str = "Leaf", deepest: str = "u8") -> tuple[Registry, int]:
    """A recursive type at any ids, with docs and a path that do not count."""
    vec, number = first + 7, first + 3
    cases = (
        Case(leaf, (Field(None, number),), 0, (f"docs {first}",)),
        Case("Node", (Field(None, vec),), 1),
    )
    entries = (
        Type(first, (f"module{first}", "Tree"), (), Variant(cases)),
        Type(vec, (), (), Sequence(first)),
        Type(number, (), (), Primitive(deepest)),
    )
    return Registry(entries), first


def shape_hash(definition: Definition) -> bytes:
    """The shape over u8 (0), u16 (1), a newtype of u8 (2) and the pair of u8 and u16 (3)."""
    entries = [
        Type(0, (), (), Primitive("u8")),
        Type(1, (), (), Primitive("u16")),
        Type(2, ("Wrapped",), (), Composite((Field(None, 0),))),
        Type(3, (), (), Tuple((0, 1))),
        Type(4, (), (), definition),
    ]
    return Registry(entries).shape_hash(4)


def test_ids_paths_and_docs_do_not_count() -> None:
    (one, first), (other, second) = tree(0), tree(100)
    assert one.shape_hash(first) == other.shape_hash(second)
    assert len(one.shape_hash(first)) == 32


@pytest.mark.parametrize(("leaf", "deepest"), [("Blade", "u8"), ("Leaf", "u16")])
def test_names_and_primitives_count_inside_recursion(leaf: str, deepest: str) -> None:
    (one, first), (other, second) = tree(0), tree(0, leaf, deepest)
    assert one.shape_hash(first) != other.shape_hash(second)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Tuple((0, 1)), Composite((Field(None, 0), Field(None, 1)))),
        (Sequence(0), Sequence(2)),
        (Compact(1), Compact(1)),
        (Sequence(3), Sequence(3)),
        (Composite((Field("a", 0, "Named", ("docs",)),)), Composite((Field("a", 2),))),
        (
            Variant((Case("A", (), 0), Case("B", (), 1))),
            Variant((Case("B", (), 1), Case("A", (), 0))),
        ),
    ],
)
def test_equal_shapes(one: Definition, other: Definition) -> None:
    assert shape_hash(one) == shape_hash(other)


def test_differences_that_count() -> None:
    definitions: list[Definition] = [
        Sequence(0),
        Sequence(1),
        Sequence(3),
        Array(2, 0),
        Array(3, 0),
        Array(2, 1),
        Compact(0),
        Compact(1),
        Tuple((0, 1)),
        Tuple((1, 0)),
        Composite((Field("a", 0), Field("b", 1))),
        Composite((Field("b", 0), Field("a", 1))),
        Composite((Field("a", 0),)),
        Variant((Case("A", (), 0),)),
        Variant((Case("A", (), 1),)),
        Variant((Case("A", (Field(None, 0),), 0),)),
        Variant((Case("A", (Field("a", 0),), 0),)),
        Primitive("bool"),
        Primitive("str"),
    ]
    assert len({shape_hash(definition) for definition in definitions}) == len(definitions)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("AccountId32", "[u8; 32]"),
        ("map", "Vec<(u16, u16)>"),
        ("option option u32", "Option<Option<u32>>"),
        ("Info", "{nonce: u32, name: str, data: {free: u64, reserved: u64, flags: u128}, "
                 "tip: Compact<u64>}"),
        ("Shape", "enum {Empty=0, Circle=1(u32), Line=4(u16, u16), "
                  "Label=9{text: str, colour: enum {Red=0, Green=7}}}"),
        ("three u64", "[u64; 3]"),
        ("compact unit", "Compact<()>"),
        ("bits u16 Msb0", "BitVec<u16, Msb0>"),
        ("Era", "Era"),
        ("U256", "u256"),
    ],
)  # fmt: skip
def test_words(types: Sample, kind: str, words: str) -> None:
    assert types.registry().shape(types.id(kind)) == words


def test_words_of_what_is_endless_end(types: Sample) -> None:
    assert types.registry().shape(types.id("Chain")).count("value: u8") <= 6
    assert "Tree" in types.registry().shape(types.id("Tree"))


def test_both_metadata_versions_have_the_same_shapes(
    mainnet_14: Metadata, mainnet_15: Metadata
) -> None:
    for name, pallet in mainnet_14.pallets.items():
        other = mainnet_15.pallet(name)
        pairs = [(item.value, other.storage[item.name].value) for item in pallet.storage.values()]
        pairs += [
            (mine, theirs)
            for mine, theirs in (
                (pallet.call_type, other.call_type),
                (pallet.event_type, other.event_type),
                (pallet.error_type, other.error_type),
            )
            if mine is not None and theirs is not None
        ]
        for mine, theirs in pairs:
            assert mainnet_14.shape_hash(mine) == mainnet_15.shape_hash(theirs)


def test_the_outer_call_counts_by_its_role(mainnet_15: Metadata) -> None:
    batch = mainnet_15.call("Utility", "batch").fields[0].type
    assert mainnet_15.shape(batch) == "Vec<RuntimeCall>"
    assert mainnet_15.shape_hash(batch) != mainnet_15.registry.shape_hash(batch)
