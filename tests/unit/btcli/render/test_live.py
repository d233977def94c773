"""Tables that are redrawn: marks on what changed, and one layout while values grow."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from btcli.render.blocks import Line, Table
from btcli.render.live import Screens

HOTKEY = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"


def table(stake: str, price: str = "τ1.0", registered: str = "yes") -> Table:
    return Table(
        ("subnet", "hotkey", "stake", "price", "registered"),
        [("1", HOTKEY, stake, price, registered)],
        right=frozenset({"subnet", "stake", "price"}),
        spare=("registered", "price"),
    )


def lines(screens: Screens, shown: Table, columns: int) -> list[str]:
    """One screen of a terminal that is so wide."""
    console = Console(file=io.StringIO(), width=columns)

    def fits(content: object) -> bool:
        wide = console.options.update(width=10_000)
        return console.measure(content, options=wide).maximum <= columns  # type: ignore[arg-type]

    (block,) = screens.next([shown])
    console.print(block.rich(fits), crop=False)
    return str(console.file.getvalue()).splitlines()  # type: ignore[attr-defined]


def marks(before: Table, now: Table) -> dict[tuple[int, str], str]:
    screens = Screens()
    screens.next([before])
    (block,) = screens.next([now])
    return dict(block.table.marks)  # type: ignore[attr-defined]


def test_only_what_changed_is_marked() -> None:
    assert marks(table("1.0"), table("1.0")) == {}
    assert marks(table("9.0"), table("10.0")) == {(0, "stake"): "bold green"}
    assert marks(table("1,000.0 α"), table("999.0 α")) == {(0, "stake"): "bold red"}
    assert marks(table("1"), table("1", "τ2.0")) == {(0, "price"): "bold green"}
    assert marks(table("1"), table("1", registered="no")) == {(0, "registered"): "bold"}
    (block,) = Screens().next([table("1")])
    assert block.table.marks == {}  # type: ignore[attr-defined]
    assert [each.plain() for each in Screens().next([Line("a")])] == ["a"]


@pytest.mark.parametrize("columns", range(50, 110))
def test_the_layout_stays_while_values_grow(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    screens = Screens()
    heads = [len(lines(screens, table(stake), columns)) for stake in ("1.0", "10.0", "100.0")]
    assert len(set(heads)) == 1
    first = lines(Screens(), table("1.0"), columns)[0].split()
    grown = Screens()
    assert lines(grown, table("1.0"), columns)[0].split() == first
    assert lines(grown, table("100.0"), columns)[0].split()[: len(first)] == first or (
        first[0] == "subnet" and len(first) == 2  # blocks, whose first line has the value
    )


def test_columns_do_not_come_back_until_the_terminal_has_another_width(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    screens = Screens()
    wide = lines(screens, table("1" * 20), 80)[0].split()
    assert lines(screens, table("1"), 80)[0].split() == wide
    monkeypatch.setenv("COLUMNS", "120")
    assert lines(screens, table("1"), 120)[0].split() == list(table("1").columns)
