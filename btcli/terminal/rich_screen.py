"""Blocks on a terminal, drawn with Rich in the width of the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TextIO

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderResult
from rich.live import Live
from rich.segment import Segment

from btcli.terminal.block import Block
from btcli.terminal.visible import visible_lines


def show(blocks: Iterable[Block], stream: TextIO) -> None:
    """Print blocks to a terminal. Colour obeys `NO_COLOR` and `TERM`."""
    console = _console(stream)
    for block in blocks:
        console.print(_Visible(block.rich(_fits(console))), crop=False)


def redraw(screens: Iterable[Iterable[Block]], stream: TextIO) -> None:
    """Draw each screen over the previous one; the last one remains."""
    console = _console(stream)
    with Live(console=console, auto_refresh=False) as live:
        for blocks in screens:
            fits = _fits(console)
            shown = Group(*(block.rich(fits) for block in blocks))
            live.update(_Folded(_Visible(shown)), refresh=True)


class _Visible:
    """Escapes text and keeps Rich's own control sequences, such as colours.

    Blocks escape each value, which keeps columns aligned. This catches a block that does not.
    """

    def __init__(self, content: Any) -> None:
        self._content = content

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for text, style, control in console.render(self._content, options):
            yield Segment(text if control else visible_lines(text), style, control)


class _Folded:
    """Folds lines that are wider than the screen: a live screen would cut them."""

    def __init__(self, content: Any) -> None:
        self._content = content

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        columns = options.max_width
        for line in Segment.split_lines(console.render(self._content, options)):
            for part in _parts(line, columns):
                yield from part
                yield Segment.line()


def _parts(line: list[Segment], columns: int) -> Iterator[list[Segment]]:
    length = sum(cell_len(segment.text) for segment in line if not segment.control)
    cuts = [*range(columns, length, columns), length]
    yield from Segment.divide(line, cuts) if length > columns else (line,)


def _console(stream: TextIO) -> Console:
    return Console(file=stream, highlight=False, emoji=False, markup=False)


def _fits(console: Console) -> Callable[[Any], bool]:
    def fits(content: Any) -> bool:
        return console.measure(content, options=console.options.update(width=10_000)).maximum <= (
            console.width
        )

    return fits
