"""Tables that are drawn again and again: what changed is marked, and the layout stays.

The layout of a table is chosen with room for values that grow, and from then on a table may lose
columns but gets none back, until the terminal has another width.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from btcli.render.blocks import Fits, Table
from btcli.terminal.block import Block

_KEY = 2
"""The first columns of a row say which one it is."""
_ROOM = 2
"""Digits by which each number may grow before the layout changes."""


class Screens:
    """The screens of one command, one after another."""

    def __init__(self) -> None:
        self._tables: list[_Shown] = []

    def next(self, blocks: Sequence[Block]) -> list[Block]:
        """The blocks of a screen, with marks on what differs from the screen before."""
        tables = [block for block in blocks if isinstance(block, Table)]
        if len(tables) != len(self._tables):
            self._tables = [_Shown() for _ in tables]
        shown = iter(self._tables)
        return [next(shown).then(block) if isinstance(block, Table) else block for block in blocks]


@dataclass
class _Shown:
    """A table's place on the screen."""

    before: Table | None = None
    columns: int = 0
    level: int | None = field(default=None)

    def then(self, table: Table) -> Block:
        marked = {} if self.before is None else _changes(self.before, table)
        self.before = table
        return _Steady(replace(table, marks=marked), self)


@dataclass(frozen=True)
class _Steady:
    """A table in the layout of its place."""

    table: Table
    place: _Shown

    def plain(self) -> str:
        return self.table.plain()

    def rich(self, fits: Fits) -> Any:
        columns = shutil.get_terminal_size().columns
        if self.place.level is None or self.place.columns != columns:
            self.place.level, self.place.columns = _roomy(self.table).level(fits), columns
        self.place.level = max(self.place.level, self.table.level(fits))
        return self.table.rich_at(self.place.level, fits)


def _roomy(table: Table) -> Table:
    rows = [
        [
            cell + "0" * _ROOM if name in table.right else cell
            for name, cell in zip(table.columns, row, strict=True)
        ]
        for row in table.rows
    ]
    return replace(table, rows=rows)


def _changes(before: Table, now: Table) -> dict[tuple[int, str], str]:
    """The style of each cell that differs: by row and column."""
    known = {tuple(row[:_KEY]): row for row in before.rows}
    found = {}
    for number, row in enumerate(now.rows):
        old = known.get(tuple(row[:_KEY]))
        for column, cell in enumerate(row):
            if old is None or old[column] != cell:
                found[number, now.columns[column]] = _style(
                    "" if old is None else old[column], cell
                )
    return found


def _style(old: str, new: str) -> str:
    """Green where a number rose, red where it fell; bold is for terminals without colour."""
    before, now = _number(old), _number(new)
    if before is None or now is None or before == now:
        return "bold"
    return "bold green" if now > before else "bold red"


def _number(text: str) -> float | None:
    """For a comparison alone; None for what is no number."""
    try:
        return float(text.strip("τ").lstrip("α").replace(",", "").split(" ")[0])
    except ValueError:
        return None
