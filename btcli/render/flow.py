"""Lines of a label and a value as Rich shows them, laid out for the width that there is.

No line is ever folded or cut: one that is wider than the terminal is the terminal's to wrap, so
that what is copied from it is whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from btcli.terminal.visible import width, wrapped

Layout = Callable[[int], Iterable[tuple[str, str]]]
"""Lines for so many columns: a label, which is dimmed and has its gap, and what follows it."""


class Flow:
    """A title, and lines under it."""

    def __init__(self, layout: Layout, title: str = "") -> None:
        self._layout = layout
        self._title = title

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if self._title:
            for line in wrapped(self._title, options.max_width, "  "):
                yield _line((line, "bold"))
        for label, text in self._layout(options.max_width):
            yield _line((label, "dim"), (text, ""))

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        lines = (width(label + text) for label, text in self._layout(options.max_width))
        widest = max((width(self._title), *lines), default=0)
        return Measurement(widest, widest)


def _line(*parts: tuple[str, str]) -> Text:
    return Text.assemble(*parts, no_wrap=True, overflow="ignore")
