"""Labels and values laid out for the width that there is."""

from __future__ import annotations

import io
from collections.abc import Iterator

from rich.console import Console

from btcli.render.flow import Flow


def console(columns: int) -> Console:
    return Console(file=io.StringIO(), width=columns)


def drawn(flow: Flow, columns: int) -> list[str]:
    target = console(columns)
    target.print(flow, crop=False)
    assert isinstance(target.file, io.StringIO)
    return [line.rstrip() for line in target.file.getvalue().splitlines()]


def test_the_layout_is_asked_for_the_width() -> None:
    def layout(columns: int) -> Iterator[tuple[str, str]]:
        yield "columns  ", str(columns)

    assert drawn(Flow(layout), 33) == ["columns  33"]


def test_no_line_is_folded_or_cut() -> None:
    wide = "x" * 50
    assert drawn(Flow(lambda columns: [("", wide)]), 20) == [wide]


def test_a_title_wraps_between_words() -> None:
    flow = Flow(lambda columns: [("a  ", "b")], title="one two three four")
    assert drawn(flow, 10) == ["one two", "  three", "  four", "a  b"]


def test_it_says_how_wide_it_is() -> None:
    flow = Flow(lambda columns: [("a  ", "bcd"), ("", "日本")], title="xyz")
    measured = console(80).measure(flow)
    assert (measured.minimum, measured.maximum) == (6, 6)
    assert console(80).measure(Flow(lambda columns: (), title="longer title")).maximum == 12
