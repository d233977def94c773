"""Values of a chain as text."""

from __future__ import annotations

from typing import Any

import pytest

from btcli.render.values import entries_table, value_block, value_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1, "1"), ("text", "text"), ("", "''"), (" a", "' a'"), (None, "none"), (True, "true"),
        ([1, "τ"], '[1, "τ"]'), ({}, "{}"),
    ],
)  # fmt: skip
def test_one_value(value: Any, text: str) -> None:
    assert value_text(value) == value_block("Title", value).plain() == text


def test_a_structure_has_a_line_for_each_field() -> None:
    shown = value_block("Title", {"a": 1, "b": {"c": [2], "d": {}}}).plain()
    assert shown.splitlines() == ["Title", "a    1", "b.c  [2]", "b.d  {}"]


def test_entries_have_a_column_for_each_field_they_share() -> None:
    table = entries_table("Title", ["u16"], [([1], {"a": 5, "b": "x"}), ([20], {"a": 7, "b": "y"})])
    assert table.plain().splitlines() == ["Title", "u16  a  b", "  1  5  x", " 20  7  y"]
    mixed = entries_table("Title", ["u16"], [([1], {"a": 5}), ([2], {"Other": 7})])
    assert mixed.columns == ["u16", "value"]
    assert entries_table("Title", ["u16"], []).plain() == "no entries"
