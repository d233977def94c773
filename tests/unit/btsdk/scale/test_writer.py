"""Wrong values: refused, and what is wrong is said."""

from __future__ import annotations

import enum
from typing import Any

import pytest

from btsdk.errors import EncodeError
from tests.unit.btsdk.scale.samples import Sample, sample


@pytest.fixture(scope="module")
def types() -> Sample:
    return sample()


def refuse(types: Sample, kind: str, value: Any) -> EncodeError:
    with pytest.raises(EncodeError) as caught:
        types.codec(kind).encode(value)
    return caught.value


def test_values_without_end(types: Sample) -> None:
    endless: list[Any] = []
    endless.append(("Node", endless))
    assert "nested too deeply" in str(refuse(types, "Tree", ("Node", endless)))


def test_enum_members_are_their_names(types: Sample) -> None:
    class Colour(enum.Enum):
        Red = 1
        Blue = 2

    assert types.codec("Colour").encode(Colour.Red) == b"\x00"
    refuse(types, "Colour", Colour.Blue)
