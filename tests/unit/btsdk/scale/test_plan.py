"""Plans: which types are looked through, and which are known by path and structure together."""

from __future__ import annotations

import pytest

from btsdk.errors import DecodeError
from btsdk.scale import Registry
from btsdk.scale import plan as p
from btsdk.scale.types import (
    Array,
    Case,
    Compact,
    Composite,
    Field,
    Primitive,
    Sequence,
    Type,
    Variant,
)
from tests.unit.btsdk.scale.samples import Sample, sample


@pytest.fixture(scope="module")
def types() -> Sample:
    return sample()


def plan_of(types: Sample, kind: str) -> p.Plan:
    return types.registry().plan(types.id(kind))


@pytest.mark.parametrize(
    ("kind", "plan"),
    [
        ("AccountId32", p.Bytes(32)),
        ("bytes", p.Bytes(None)),
        ("FixedU128", p.Int(16)),
        ("U256", p.Int(32)),
        ("compact u8", p.CompactInt(255)),
        ("compact unit", p.CompactInt(None)),
        ("Era", p.EraByte()),
        ("bits u64 Msb0", p.Bits(8, True)),
    ],
)
def test_special_types(types: Sample, kind: str, plan: p.Plan) -> None:
    found = plan_of(types, kind)
    assert found == plan
    assert type(found) is type(plan)


def test_only_an_option_in_an_option_is_explicit(types: Sample) -> None:
    outer, inner = plan_of(types, "option option u32"), plan_of(types, "option u32")
    assert isinstance(outer, p.Option)
    assert isinstance(inner, p.Option)
    assert (outer.nested, inner.nested) == (True, False)


def registry_of(*types: tuple[str, object]) -> Registry:
    return Registry(
        Type(i, tuple(path.split("::")) if path else (), (), d)  # type: ignore[arg-type]
        for i, (path, d) in enumerate(types)
    )


def test_a_path_alone_makes_nothing_special() -> None:
    registry = registry_of(
        ("", Primitive("u64")),
        ("Option", Variant((Case("Nothing", (), 0), Case("Some", (Field(None, 0),), 1)))),
        ("primitive_types::U256", Composite((Field("low", 0), Field("high", 0)))),
        ("pallet::Era", Variant((Case("Early", (), 0), Case("Late", (), 1)))),
    )
    assert isinstance(registry.plan(1), p.Enum)
    assert isinstance(registry.plan(2), p.Record)
    assert isinstance(registry.plan(3), p.Enum)


@pytest.mark.parametrize(
    "definition",
    [
        Compact(1),
        Composite((Field("a", 0), Field(None, 0))),
        Composite((Field(None, 2),)),
        Primitive("u7"),
    ],
)
def test_types_that_mean_nothing(definition: object) -> None:
    registry = registry_of(("", Primitive("u8")), ("", Primitive("str")), ("", definition))
    with pytest.raises(DecodeError):
        registry.plan(2)


def test_a_compact_looks_through_wrappers() -> None:
    registry = registry_of(
        ("", Primitive("u32")),
        ("Newtype", Composite((Field(None, 0),))),
        ("Named", Composite((Field("value", 1),))),
        ("", Compact(2)),
    )
    assert registry.plan(3) == p.CompactInt((1 << 32) - 1)


def test_bytes_through_a_newtype_of_u8() -> None:
    registry = registry_of(
        ("", Primitive("u8")),
        ("Byte", Composite((Field(None, 0),))),
        ("", Sequence(1)),
        ("", Array(4, 1)),
    )
    assert registry.decode(2, b"\x08ab") == b"ab"
    assert registry.decode(3, b"abcd") == b"abcd"
