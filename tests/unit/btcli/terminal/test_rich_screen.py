"""Blocks on a terminal: whole words and hashes, straight columns, nothing cut in a live screen."""

from __future__ import annotations

import io
import re

import pytest

from btcli.render.blocks import Facts, Line, Table
from btcli.terminal import rich_screen
from btcli.terminal.block import Block

HASH = "0x" + "0123456789abcdef" * 4
FACTS = Facts([("done in block", "5, extrinsic 2"), ("block hash", HASH)], title="About it")


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")


def shown(monkeypatch: pytest.MonkeyPatch, columns: int, *blocks: Block) -> list[str]:
    monkeypatch.setenv("COLUMNS", str(columns))
    stream = io.StringIO()
    rich_screen.show(blocks, stream)
    return [line.rstrip() for line in stream.getvalue().splitlines()]


def test_a_value_that_fits_stands_beside_its_label(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, 81, FACTS) == [
        "About it",
        "done in block  5, extrinsic 2",
        f"block hash     {HASH}",
    ]


@pytest.mark.parametrize(("columns", "indent"), [(80, "  "), (68, "  "), (67, ""), (30, "")])
def test_one_that_does_not_has_a_line_of_its_own(
    monkeypatch: pytest.MonkeyPatch, columns: int, indent: str
) -> None:
    assert shown(monkeypatch, columns, FACTS)[2:] == ["block hash", indent + HASH]


def test_prose_wraps_within_its_column(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = Facts([("warning", "the account would be left with nothing in it at all")])
    assert shown(monkeypatch, 36, facts) == [
        "warning  the account would be left",
        "         with nothing in it at all",
    ]


def test_a_title_is_as_wide_as_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Table(("a", "b"), [("1", "2")], title=f"Stakes of {HASH}")
    assert shown(monkeypatch, 80, table)[0] == f"Stakes of {HASH}"
    assert shown(monkeypatch, 40, table)[:2] == ["Stakes of", HASH]


def test_wide_characters_keep_columns_straight() -> None:
    table = Table(("name", "price"), [("日本", "1"), ("ab", "10")], right=frozenset({"price"}))
    assert table.plain().splitlines() == ["name  price", "日本      1", "ab       10"]
    assert Facts([("日本", "x"), ("a", "y")]).plain().splitlines() == ["日本  x", "a     y"]


def test_a_live_screen_folds_what_it_would_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    stream = io.StringIO()
    rich_screen.redraw([[FACTS, Line("the end")]], stream)
    assert HASH in re.sub(r"\s", "", stream.getvalue())
    assert max(map(len, stream.getvalue().splitlines())) <= 30


def test_columns_that_do_not_fit_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Table(("uid", "hotkey", "coldkey"), [("0", "h" * 20, "c" * 20)], spare=("coldkey",))
    assert "not fit" not in "\n".join(shown(monkeypatch, 80, table))
    narrow = " ".join(line.strip() for line in shown(monkeypatch, 40, table))
    assert narrow.endswith("1 more column does not fit; see --json-output for all.")
    assert "c" * 20 in "\n".join(shown(monkeypatch, 20, table))  # as a list of facts
