"""How a terminal shows blocks: with Rich, as wide as the terminal is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TextIO

from rich.console import Console, Group
from rich.live import Live

from btcli.output import Block


def show(blocks: Iterable[Block], stream: TextIO) -> None:
    """Print blocks to a terminal. Colour obeys `NO_COLOR` and `TERM`."""
    console = _console(stream)
    for block in blocks:
        console.print(block.rich(_fits(console)))


def redraw(screens: Iterable[Iterable[Block]], stream: TextIO) -> None:
    """Draw each screen over the one before; the last one stays."""
    console = _console(stream)
    with Live(console=console, auto_refresh=False) as live:
        for blocks in screens:
            fits = _fits(console)
            live.update(Group(*(block.rich(fits) for block in blocks)), refresh=True)


def _console(stream: TextIO) -> Console:
    return Console(file=stream, highlight=False, emoji=False, markup=False)


def _fits(console: Console) -> Callable[[Any], bool]:
    def fits(content: Any) -> bool:
        return console.measure(content, options=console.options.update(width=10_000)).maximum <= (
            console.width
        )

    return fits
