"""Immutable values: built, compared, shown and changed as frozen dataclasses are."""

from __future__ import annotations

import copy
import pickle
from functools import cached_property
from typing import ClassVar, Generic, TypeVar

import pytest

from btsdk.frozen import Frozen, as_dict, replace

V = TypeVar("V")


class Point(Frozen):
    """Two numbers and what they are called."""

    origin: ClassVar[str] = "0"

    x: int
    y: int = 2
    label: str = "p"

    @cached_property
    def total(self) -> int:
        return self.x + self.y


class Solid(Point, hidden=("secret",), uncompared=("note",)):
    """A point with more to it."""

    secret: str = ""
    note: str = ""


class Far(Point):
    """A point with another default."""

    y: int = 100


class Twin(Frozen):
    """What has the same fields as a point, and is none."""

    x: int
    y: int = 2
    label: str = "p"


class Box(Frozen, Generic[V]):
    """Anything."""

    content: V


def test_fields_come_in_order_by_name_or_by_default():
    assert as_dict(Point(1)) == {"x": 1, "y": 2, "label": "p"}
    assert Point(1, label="q") == Point(1, 2, "q") == Point(label="q", x=1)
    assert as_dict(Solid(1, secret="s")) == {
        "x": 1,
        "y": 2,
        "label": "p",
        "secret": "s",
        "note": "",
    }
    assert Box[int](3).content == 3
    assert as_dict(Far(1)) == {"x": 1, "y": 100, "label": "p"}


@pytest.mark.parametrize(
    ("values", "named", "said"),
    [
        ((), {}, "Point needs 'x'"),
        ((1, 2, "p", 4), {}, "does not take 4 values"),
        ((1,), {"z": 3}, "does not take z"),
        ((1,), {"x": 3}, "does not take x"),
    ],
)
def test_what_does_not_fit_is_refused(values, named, said):
    with pytest.raises(TypeError, match=said):
        Point(*values, **named)


def test_equal_are_those_of_one_class_with_equal_fields():
    assert Point(1) == Point(1, 2)
    assert hash(Point(1)) == hash(Point(1, 2))
    assert Point(1) != Point(2)
    assert Point(1) != Twin(1)
    assert Point(1) != Solid(1)
    assert Point(1) != (1, 2, "p")
    assert Solid(1, note="a") == Solid(1, note="b")
    assert Solid(1, secret="a") != Solid(1, secret="b")
    assert len({Point(1), Point(1), Twin(1)}) == 2


def test_nothing_changes_after_it_is_made():
    point = Point(1)
    with pytest.raises(AttributeError, match="Point is immutable: 'x'"):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError, match="'x' stays"):
        del point.x
    changed = replace(point, x=5)
    assert (point.x, changed) == (1, Point(5))


def test_what_is_reckoned_once_does_not_count():
    point = Point(1)
    assert point.total == 3
    assert point == Point(1)
    assert as_dict(point) == {"x": 1, "y": 2, "label": "p"}
    assert replace(point, y=4).total == 5


def test_hidden_fields_are_not_shown():
    assert repr(Point(1)) == "Point(x=1, y=2, label='p')"
    assert repr(Solid(1, secret="hush")) == "Solid(x=1, y=2, label='p', note='')"


def test_values_are_matched_copied_and_sent_on():
    point = Point(1, 2)
    match point:
        case Point(x, y, label="p"):
            assert (x, y) == (1, 2)
        case _:
            pytest.fail("a point is one")
    assert pickle.loads(pickle.dumps(point)) == copy.deepcopy(point) == point
