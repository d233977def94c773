"""Cycles: found in any order of asking, without recursion."""

from __future__ import annotations

import pytest

from btsdk.errors import DecodeError
from btsdk.scale.graph import Cycles, children
from btsdk.scale.types import (
    Array,
    BitSequence,
    Case,
    Compact,
    Composite,
    Field,
    Primitive,
    Sequence,
    Tuple,
    Type,
    Variant,
)


def graph(**edges: tuple[int, ...]) -> Cycles:
    """Types `t0`, `t1` … with edges to others."""
    return Cycles({int(k[1:]): Type(int(k[1:]), (), (), Tuple(v)) for k, v in edges.items()})


@pytest.mark.parametrize("first", range(6))
def test_components(first: int) -> None:
    cycles = graph(t0=(1,), t1=(2, 5), t2=(0, 3), t3=(4,), t4=(3,), t5=())
    cycles.of(first)  # what is asked first must not matter
    assert cycles.of(0) == cycles.of(1) == cycles.of(2) is not None
    assert cycles.of(3) == cycles.of(4) is not None
    assert cycles.of(0) != cycles.of(3)
    assert cycles.of(5) is None
    assert cycles.members(cycles.of(1) or 0) == (0, 1, 2)


def test_a_type_inside_itself() -> None:
    cycles = graph(t0=(0,), t1=(0,))
    assert cycles.of(0) is not None
    assert cycles.of(1) is None


def test_long_chains_need_no_stack() -> None:
    count = 50_000
    edges = {place: Type(place, (), (), Tuple((place + 1,))) for place in range(count)}
    edges[count] = Type(count, (), (), Tuple(()))
    assert Cycles(edges).of(0) is None


def test_an_edge_into_nothing() -> None:
    with pytest.raises(DecodeError, match="no type 9"):
        graph(t0=(9,)).of(0)


def test_children_are_all_types_named() -> None:
    fields = (Field("a", 1), Field("b", 2))
    assert children(Composite(fields)) == (1, 2)
    assert children(Variant((Case("A", fields, 0), Case("B", fields[:1], 1)))) == (1, 2, 1)
    assert [children(d) for d in (Sequence(1), Array(2, 1), Compact(1))] == [(1,)] * 3
    assert children(BitSequence(1, 2)) == (1, 2)
    assert children(Primitive("u8")) == ()
