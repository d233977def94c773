"""Where in a value the fault is: the path that an `EncodeError` names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from btsdk.errors import EncodeError
from btsdk.scale import Some
from tests.unit.btsdk.scale.samples import Sample, sample

DATA = {"free": 1, "reserved": 2, "flags": 3}
INFO = {"nonce": 1, "name": "x", "data": DATA, "tip": 5}


@dataclass
class Data:
    free: Any
    reserved: int
    flags: int


@pytest.fixture(scope="module")
def types() -> Sample:
    return sample()


@pytest.mark.parametrize(
    ("kind", "value", "path"),
    [
        ("u8", 256, ""),
        ("vec u16", [1, 2, True], "[2]"),
        ("vec pair", [(1, 2), (3, "x")], "[1][1]"),
        ("map", {7: None}, "[7][1]"),
        ("Info", {**INFO, "data": {**DATA, "free": -1}}, "data.free"),
        ("Info", {**INFO, "tip": None}, "tip"),
        ("Info", {**INFO, "data": {"free": 1}}, "data"),
        ("Info", {**INFO, "data": Data("x", 2, 3)}, "data.free"),
        ("option u32", "x", ""),
        ("option option u32", Some("x"), ""),
        ("Shape", ("Circle", "x"), "Circle"),
        ("Shape", ("Line", (1, "x")), "Line[1]"),
        ("Shape", ("Label", {"text": "x", "colour": "Blue"}), "Label.colour"),
        ("Tree", ("Node", ["Leaf", ("Node", ["Tree"])]), "Node[1].Node[0]"),
        ("vec Shape", ["Empty", ("Line", [1])], "[1]"),
        ("two str", ("a", 5), "[1]"),
    ],
)
def test_the_place_is_named(types: Sample, kind: str, value: Any, path: str) -> None:
    with pytest.raises(EncodeError) as caught:
        types.codec(kind).encode(value)
    error = caught.value
    assert error.path == path
    assert str(error).startswith(f"{path}: " if path else error.message)


def test_messages_stay_short(types: Sample) -> None:
    with pytest.raises(EncodeError) as caught:
        types.codec("u8").encode("x" * 10_000)
    assert len(str(caught.value)) < 200
