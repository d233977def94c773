"""How a terminal shows blocks: with Rich, as wide as the terminal is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TextIO

from rich.console import Console

from btcli.output import Block


def show(blocks: Iterable[Block], stream: TextIO) -> None:
    """Print blocks to a terminal. Colour obeys `NO_COLOR` and `TERM`."""
    console = Console(file=stream, highlight=False, emoji=False, markup=False)

    def fits(content: Any) -> bool:
        return console.measure(content, options=console.options.update(width=10_000)).maximum <= (
            console.width
        )

    for block in blocks:
        console.print(block.rich(fits))
