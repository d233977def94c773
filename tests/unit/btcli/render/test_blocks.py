"""Parts of a screen as plain text, and what a narrow terminal does with a table."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Group

from btcli.render.blocks import Facts, Line, Lines, Table
from btcli.terminal.visible import width

texts = st.text(max_size=12)


def test_facts_are_aligned_under_their_title() -> None:
    facts = Facts([("a", "1"), ("long", "2")], title="T")
    assert facts.plain() == "T\na     1\nlong  2"
    assert Facts([]).plain() == ""


def test_lines_stay_lines() -> None:
    assert Lines(["a", "b\nc"]).plain() == "a\nb\\nc"
    assert Line("a\x1b[31m").plain() == "a\\x1b[31m"


def test_numbers_stand_to_the_right() -> None:
    table = Table(("n", "name"), [("1", "a"), ("100", "b")], right=frozenset({"n"}))
    assert table.plain() == "  n  name\n  1  a\n100  b"


def test_no_row_says_so() -> None:
    assert Table(("a",), [], title="T", empty="nothing here").plain() == "nothing here"


@given(st.lists(st.tuples(texts, texts, texts), min_size=1, max_size=4))
def test_a_table_has_a_line_for_each_row_whatever_is_in_it(rows: list[tuple[str, ...]]) -> None:
    table = Table(("a", "b", "c"), rows, right=frozenset({"b"}))
    lines = table.plain().split("\n")
    assert len(lines) == len(rows) + 1
    assert all(width(line) <= width(max(lines, key=width)) for line in lines)


def grids(shown: Any) -> list[Any]:
    assert isinstance(shown, Group)
    return list(shown.renderables)


def test_a_narrow_terminal_goes_without_the_spare_columns() -> None:
    table = Table(("a", "b", "c"), [("1", "2", "3")], spare=("b", "c"))

    def at_most(columns: int) -> Any:
        def fits(shown: Any) -> bool:
            return len(shown.columns) <= columns

        return grids(table.rich(fits))[0]

    assert [column.header.plain for column in at_most(3).columns] == ["a", "b", "c"]
    assert [column.header.plain for column in at_most(2).columns] == ["a", "b"]
    assert [column.header.plain for column in at_most(1).columns] == ["a"]


def test_what_is_left_out_is_told() -> None:
    table = Table(("a", "b", "c"), [("1", "2", "3")], spare=("b", "c"))
    whole = grids(table.rich(lambda shown: True))
    assert len(whole) == 1
    one = grids(table.rich(lambda shown: len(shown.columns) < 3))
    assert len(one) == 2
