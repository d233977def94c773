"""Typed results: values are built as the classes that the caller names, and encode back."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import Annotated, Any, NamedTuple, NewType

import pytest

from btsdk.errors import UsageError
from btsdk.frozen import Frozen
from tests.unit.btsdk.scale.samples import Sample, sample

Rao = NewType("Rao", int)


@dataclass(frozen=True)
class Amount:
    rao: int

    @classmethod
    def from_scale(cls, value: int) -> Amount:
        return cls(value)

    def __index__(self) -> int:
        return self.rao


@dataclass
class Data:
    flags: int
    free: Amount
    reserved: Rao
    seen: list[int] = field(init=False, default_factory=list)


@dataclass
class Info:
    nonce: int
    name: str
    data: Data
    tip: Annotated[int, "rao"]


class Point(NamedTuple):
    x: int
    y: int


class Colour(enum.Enum):
    Red = 1
    Green = 2


@dataclass
class Empty:
    pass


@dataclass
class Circle:
    radius: int


class Line(Frozen):
    start: int
    end: int


@dataclass
class Label:
    text: str
    colour: Colour


@dataclass
class Chain:
    value: int
    next: Chain | None


@pytest.fixture(scope="module")
def types() -> Sample:
    return sample()


@pytest.mark.parametrize(
    ("kind", "target", "plain", "built"),
    [
        (
            "Info",
            Info,
            {"nonce": 1, "name": "x", "data": {"free": 2, "reserved": 3, "flags": 4}, "tip": 5},
            Info(1, "x", Data(4, Amount(2), Rao(3)), 5),
        ),
        ("pair", Point, (1, 2), Point(1, 2)),
        ("vec pair", list[Point], [(1, 2)], [Point(1, 2)]),
        ("vec pair", tuple[Point, ...], [(1, 2)], (Point(1, 2),)),
        ("vec pair", list[tuple[Amount, int]], [(1, 2)], [(Amount(1), 2)]),
        ("vec u16", tuple[int, ...], [1, 2], (1, 2)),
        ("three u64", list[Amount], (1, 2, 3), [Amount(1), Amount(2), Amount(3)]),
        ("option u32", Amount | None, 7, Amount(7)),
        ("option u32", Amount | None, None, None),
        ("u32", Amount, 7, Amount(7)),
        ("u32", Amount | None, 7, Amount(7)),
        ("Colour", Colour, "Green", Colour.Green),
        ("vec Colour", list[Colour], ["Red"], [Colour.Red]),
        ("Shape", Empty | Circle | Line | Label, "Empty", Empty()),
        ("Shape", Empty | Circle | Line | Label, ("Circle", 5), Circle(5)),
        ("Shape", Empty | Circle | Line | Label, ("Line", (1, 2)), Line(1, 2)),
        (
            "Shape",
            Empty | Circle | Line | Label,
            ("Label", {"text": "x", "colour": "Red"}),
            Label("x", Colour.Red),
        ),
        (
            "Chain",
            Chain,
            {"value": 1, "next": {"value": 2, "next": None}},
            Chain(1, Chain(2, None)),
        ),
        (
            "Data",
            Any,
            {"free": 1, "reserved": 2, "flags": 3},
            {"free": 1, "reserved": 2, "flags": 3},
        ),
    ],
)
def test_values_are_built_as_their_target(
    types: Sample, kind: str, target: Any, plain: Any, built: Any
) -> None:
    codec = types.codec(kind, target)
    encoded = types.codec(kind).encode(plain)
    value = codec.decode(encoded)
    assert value == built
    assert type(value) is type(built)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("Shape", Empty()),
        ("Shape", Circle(5)),
        ("Shape", Line(1, 2)),
        ("Shape", Label("x", Colour.Green)),
        ("Chain", Chain(1, Chain(2, None))),
        ("u32", Amount(7)),
    ],
)
def test_objects_encode_as_what_they_were_built_from(types: Sample, kind: str, value: Any) -> None:
    target = Empty | Circle | Line | Label if kind == "Shape" else type(value)
    codec = types.codec(kind, target)
    assert codec.decode(codec.encode(value)) == value


@pytest.mark.parametrize(
    ("kind", "target", "words"),
    [
        ("Data", Circle, "has not the fields free, reserved, flags"),
        ("pair", tuple[int, int, int], "a tuple of 3"),
        ("pair", Circle, "has not 2 fields"),
        ("Shape", Circle | Line, "no class of the union is named Empty"),
    ],
)
def test_a_target_that_cannot_fit_is_misuse(
    types: Sample, kind: str, target: Any, words: str
) -> None:
    with pytest.raises(UsageError, match=words):
        types.codec(kind, target).decode(bytes(64))


def test_a_codec_is_made_once(types: Sample) -> None:
    assert types.codec("Info", Info) is types.codec("Info", Info)
    assert types.codec("Info", Info) is not types.codec("Info")
