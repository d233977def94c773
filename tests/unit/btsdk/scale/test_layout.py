"""Least sizes: exact where a width is fixed, never too large where it is not."""

from __future__ import annotations

import pytest

from btsdk.scale import Registry
from btsdk.scale.layout import Layouts
from btsdk.scale.types import Array, Primitive, Sequence, Tuple, Type
from tests.unit.btsdk.scale.samples import Sample, sample


@pytest.fixture(scope="module")
def types() -> Sample:
    return sample()


def layouts(registry: Registry) -> Layouts:
    return Layouts(registry.planner, registry.cycles)


@pytest.mark.parametrize(
    ("kind", "least", "fixed"),
    [
        ("u256", 32, True),
        ("hash", 32, True),
        ("pair", 4, True),
        ("many u32", 160, True),
        ("Colour", 1, True),
        ("unit", 0, True),
        ("compact unit", 0, True),
        ("compact u128", 1, False),
        ("vec hash", 1, False),
        ("two str", 2, False),
        ("option option u32", 1, False),
        ("Info", 38, False),
        ("Shape", 1, False),
        ("Tree", 1, False),
        ("Chain", 2, False),
        ("Era", 1, False),
    ],
)
def test_sizes(types: Sample, kind: str, least: int, fixed: bool) -> None:
    found = layouts(types.registry()).of(types.id(kind))
    assert (found.least, found.fixed) == (least, fixed)


def test_sizes_do_not_grow_beyond_reason() -> None:
    levels = 3000
    arrays = [Type(i, (), (), Array((1 << 32) - 1, i + 1)) for i in range(levels)]
    registry = Registry([*arrays, Type(levels, (), (), Primitive("u64"))])
    found = layouts(registry)
    assert not found.of(0).fixed
    assert found.of(levels - 2).least <= 1 << 40


def test_what_contains_itself_counts_itself_as_nothing() -> None:
    registry = Registry([Type(0, (), (), Tuple((0, 1))), Type(1, (), (), Sequence(0))])
    assert layouts(registry).of(0).least == 1
