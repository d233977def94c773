"""JSON schemas of results."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypedDict

import pytest

from btcli.json_schema import DIALECT, schema
from tests.cli import reference
from tests.cli.schema_check import schema_problems


class InnerDocument(TypedDict):
    """An inner
    object."""

    kind: Literal["a", "b"]
    again: list[InnerDocument]


class _Always(TypedDict):
    number: Annotated[int | None, "null at genesis"]
    inner: InnerDocument


class SampleData(_Always, total=False):
    """A sample."""

    counts: dict[str, int]
    anything: Any


FOUND = schema(SampleData, "btcli sample")


def test_objects_lists_choices_and_remarks() -> None:
    assert (FOUND["$schema"], FOUND["title"]) == (DIALECT, "btcli sample")
    assert FOUND["required"] == ["inner", "number"]
    assert FOUND["properties"]["number"] == {
        "anyOf": [{"type": "integer"}, {"type": "null"}],
        "description": "null at genesis",
    }
    inner = FOUND["$defs"]["Inner"]
    assert inner["description"] == "An inner object."
    assert inner["properties"]["kind"] == {"enum": ["a", "b"]}
    assert inner["properties"]["again"]["items"] == {"$ref": "#/$defs/Inner"}


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ({"number": 1, "inner": {"kind": "a", "again": []}}, None),
        ({"number": None, "inner": {"kind": "a", "again": [{"kind": "b", "again": []}]}}, None),
        ({"number": 1, "inner": {"kind": "c", "again": []}}, "data.inner.kind is 'c'"),
        ({"number": 1}, "data.inner is missing"),
        ({"number": 1, "inner": {"kind": "a", "again": []}, "x": 1}, "data.x is not in the schema"),
        ({"number": 1, "inner": {"kind": "a", "again": []}, "counts": {"a": "1"}},
         "data.counts.a is '1', not integer"),
        ([], "data is [], not object"),
    ],
)  # fmt: skip
def test_what_is_of_a_schema(value: Any, problem: str | None) -> None:
    assert schema_problems(value, FOUND) == ([] if problem is None else [problem])


@pytest.mark.parametrize("name", reference.declarations())
def test_every_result_has_a_schema(name: str) -> None:
    found = schema(reference.declarations()[name], name)
    assert found["type"] == "object"
    assert set(found["required"]) <= set(found["properties"])


def test_another_type_is_refused() -> None:
    class WrongData(TypedDict):
        value: set[int]

    with pytest.raises(TypeError, match="set"):
        schema(WrongData, "x")
