"""Lines of a label and a value for Rich, laid out for the width of the terminal.

No line is folded or cut: the terminal wraps a line that is too wide, so it can be copied whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from btcli.terminal.visible import width, wrapped

Layout = Callable[[int], Iterable[tuple[str, str]]]
"""The lines for a width: a dimmed label with its gap, and the text after it."""


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
