"""Parts of a screen: a table, a list of facts, a line. Plain text of them is never cut or wrapped.

Rich is imported by the `rich` methods, which only a terminal calls. Nothing is ever cut there
either: an address without its end, or an amount without its digits, is worse than no table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

Fits = Callable[[Any], bool]
"""Whether something that Rich renders is narrow enough for the terminal."""

_GAP = "  "


@dataclass(frozen=True)
class Line:
    """One line, or several."""

    text: str

    def plain(self) -> str:
        return self.text

    def rich(self, fits: Fits) -> Any:
        from rich.text import Text  # noqa: PLC0415  # Rich costs 0.1 s

        return Text(self.text)


@dataclass(frozen=True)
class Facts:
    """What is to be known of one thing: a label and a value a line."""

    rows: Sequence[tuple[str, str]]
    title: str = ""

    def plain(self) -> str:
        width = max(len(label) for label, _ in self.rows)
        lines = [f"{label:<{width}}{_GAP}{value}" for label, value in self.rows]
        return "\n".join([self.title, *lines] if self.title else lines)

    def rich(self, fits: Fits) -> Any:
        from rich.table import Table as RichTable  # noqa: PLC0415  # as above
        from rich.text import Text  # noqa: PLC0415

        shown = RichTable(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
        shown.title, shown.title_justify, shown.title_style = self.title or None, "left", "bold"
        shown.add_column(style="dim", no_wrap=True)
        shown.add_column(overflow="fold")
        for label, value in self.rows:
            shown.add_row(Text(label), Text(value))
        return shown


@dataclass(frozen=True)
class Table:
    """Rows under headings. Columns named in `right` are numbers.

    A terminal that is too narrow first goes without the columns of `spare`, last one first, then
    shows each row as a list of facts.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    title: str = ""
    right: frozenset[str] = field(default_factory=frozenset)
    spare: tuple[str, ...] = ()
    empty: str = "nothing"

    def plain(self) -> str:
        if not self.rows:
            return self.empty
        widths = [
            max(len(name), *(len(row[index]) for row in self.rows))
            for index, name in enumerate(self.columns)
        ]
        lines = [self._line(row, widths) for row in (self.columns, *self.rows)]
        return "\n".join([self.title, *lines] if self.title else lines)

    def _line(self, row: Sequence[str], widths: Sequence[int]) -> str:
        cells = (
            cell.rjust(width) if name in self.right else cell.ljust(width)
            for cell, name, width in zip(row, self.columns, widths, strict=True)
        )
        return _GAP.join(cells).rstrip()

    def rich(self, fits: Fits) -> Any:
        from rich.text import Text  # noqa: PLC0415  # as above

        if not self.rows:
            return Text(self.empty)
        for table in self._narrower():
            grid = table._grid()
            if fits(grid):
                return grid
        return self._stacked(fits)

    def _narrower(self) -> Iterator[Table]:
        table = self
        yield table
        for name in reversed(self.spare):
            table = table._without(name)
            yield table

    def _without(self, name: str) -> Table:
        kept = [index for index, column in enumerate(self.columns) if column != name]
        return replace(
            self,
            columns=[self.columns[index] for index in kept],
            rows=[[row[index] for index in kept] for row in self.rows],
        )

    def _grid(self) -> Any:
        from rich import box  # noqa: PLC0415  # as above
        from rich.table import Table as RichTable  # noqa: PLC0415
        from rich.text import Text  # noqa: PLC0415

        shown = RichTable(box=box.SIMPLE_HEAD, show_edge=False)
        shown.title, shown.title_justify, shown.title_style = self.title or None, "left", "bold"
        for name in self.columns:
            shown.add_column(name, justify="right" if name in self.right else "left", no_wrap=True)
        for row in self.rows:
            shown.add_row(*(Text(cell) for cell in row))
        return shown

    def _stacked(self, fits: Fits) -> Any:
        from rich.console import Group  # noqa: PLC0415  # as above
        from rich.text import Text  # noqa: PLC0415

        parts: list[Any] = [Text(self.title, "bold")] if self.title else []
        for row in self.rows:
            said = [(name, cell) for name, cell in zip(self.columns, row, strict=True) if cell]
            parts += [Facts(said).rich(fits), Text("")]
        return Group(*parts)
