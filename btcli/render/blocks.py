"""Parts of a screen: tables, lists of facts, lines. Plain text is never cut or wrapped.

Only a terminal calls the `rich` methods, which import Rich. They never cut either, because a cut
address or amount is misleading. Text wraps between words; a hash wider than its column has a line
of its own.

Each value is shown through `visible`, so that text from a chain stays inside its cell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from btcli.terminal.visible import visible, width, wrapped

Fits = Callable[[Any], bool]
"""Whether something that Rich renders fits the terminal."""

_GAP = "  "


@dataclass(frozen=True)
class Line:
    """One line."""

    text: str

    def plain(self) -> str:
        return visible(self.text)

    def rich(self, fits: Fits) -> Any:
        from btcli.render.flow import Flow  # noqa: PLC0415  # Rich costs 0.1 s

        return Flow(lambda columns: [("", line) for line in wrapped(self.plain(), columns, _GAP)])


@dataclass(frozen=True)
class Lines:
    """Several lines, such as those of a log."""

    texts: Sequence[str]

    def plain(self) -> str:
        return "\n".join(visible(text) for text in self.texts)

    def rich(self, fits: Fits) -> Any:
        from rich.console import Group  # noqa: PLC0415  # as above

        return Group(*(Line(text).rich(fits) for text in self.texts))


@dataclass(frozen=True)
class Facts:
    """Facts about one thing: a label and a value on each line."""

    rows: Sequence[tuple[str, str]]
    title: str = ""

    def plain(self) -> str:
        column = self._column()
        lines = [f"{_left(label, column)}{_GAP}{value}" for label, value in self._shown()]
        return "\n".join([visible(self.title), *lines] if self.title else lines)

    def rich(self, fits: Fits) -> Any:
        from btcli.render.flow import Flow  # noqa: PLC0415  # as above

        return Flow(self._laid_out, title=visible(self.title))

    def _shown(self) -> Iterator[tuple[str, str]]:
        return ((visible(label), visible(value)) for label, value in self.rows)

    def _column(self) -> int:
        return max((width(label) for label, _ in self._shown()), default=0)

    def _laid_out(self, columns: int) -> Iterator[tuple[str, str]]:
        """Labels and values, line by line. A value too wide for its column goes below the label."""
        column = self._column()
        room = columns - column - len(_GAP)
        for label, value in self._shown():
            widest = max((width(word) for word in value.split(" ")), default=0)
            if widest <= room:
                first, *more = wrapped(value, room)
                yield _left(label, column) + _GAP, first
                yield from ((" " * column + _GAP, line) for line in more)
            else:
                yield label, ""
                indent = _GAP if widest + len(_GAP) <= columns else ""
                yield from ((indent, line) for line in wrapped(value, columns - len(indent)))


@dataclass(frozen=True)
class Table:
    """Rows under headings. Columns named in `right` are right-aligned.

    On a terminal that is too narrow, the columns of `spare` are left out, last one first; then each
    row is shown as a list of facts. `marks` are the styles of cells, by row and column.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    title: str = ""
    right: frozenset[str] = field(default_factory=frozenset)
    spare: tuple[str, ...] = ()
    empty: str = "none"
    marks: Mapping[tuple[int, str], str] = field(default_factory=dict)

    def plain(self) -> str:
        if not self.rows:
            return visible(self.empty)
        rows = [[visible(cell) for cell in row] for row in (self.columns, *self.rows)]
        widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
        lines = [self._line(row, widths) for row in rows]
        return "\n".join([visible(self.title), *lines] if self.title else lines)

    def _line(self, row: Sequence[str], widths: Sequence[int]) -> str:
        cells = (
            _right(cell, column) if name in self.right else _left(cell, column)
            for cell, name, column in zip(row, self.columns, widths, strict=True)
        )
        return _GAP.join(cells).rstrip()

    def rich(self, fits: Fits) -> Any:
        return self.rich_at(self.level(fits), fits)

    def level(self, fits: Fits) -> int:
        """How much narrower it has to be: so many columns fewer; one more than `spare` has is a
        list of facts for each row."""
        for level, table in enumerate(self._narrower()):
            if fits(table._grid()):
                return level
        return len(self.spare) + 1

    def rich_at(self, level: int, fits: Fits) -> Any:
        """The table in one of its layouts."""
        from rich.console import Group  # noqa: PLC0415  # as above

        if not self.rows:
            return Line(self.empty).rich(fits)
        title = [_heading(self.title)] if self.title else []
        tables = list(self._narrower())
        if level >= len(tables):
            return Group(*title, *self._stacked(fits))
        return Group(*title, tables[level]._grid(), *self._left_out(tables[level], fits))

    def _left_out(self, shown: Table, fits: Fits) -> Iterator[Any]:
        missing = len(self.columns) - len(shown.columns)
        if missing:
            more = "1 more column does" if missing == 1 else f"{missing} more columns do"
            yield Line(f"{more} not fit; see --json-output for all.").rich(fits)

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
        for name in self.columns:
            side: Any = "right" if name in self.right else "left"
            shown.add_column(Text(visible(name)), justify=side, no_wrap=True)
        for number, row in enumerate(self.rows):
            named = zip(self.columns, row, strict=True)
            shown.add_row(
                *(Text(visible(cell), self.marks.get((number, name), "")) for name, cell in named)
            )
        return shown

    def _stacked(self, fits: Fits) -> Iterator[Any]:
        from rich.text import Text  # noqa: PLC0415  # as above

        for row in self.rows:
            said = [(name, cell) for name, cell in zip(self.columns, row, strict=True) if cell]
            yield from (Facts(said).rich(fits), Text(""))


def _heading(title: str) -> Any:
    """A title on its own: Rich would fold it to the width of its table."""
    from btcli.render.flow import Flow  # noqa: PLC0415  # as above

    return Flow(lambda columns: (), title=visible(title))


def _left(text: str, column: int) -> str:
    return text + " " * (column - width(text))


def _right(text: str, column: int) -> str:
    return " " * (column - width(text)) + text
