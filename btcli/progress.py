"""What is said while something is under way: a search for a proof of work, the steps to a block."""

from __future__ import annotations

import sys
from typing import Any

from btcli.output import Output
from btsdk.pow import Progress as Search
from btsdk.tx.follow import Progress as Step

_SAY_EVERY_S = 5.0
"""Where there is no terminal to write a line over and over, a search says less."""


class Follow:
    """Hears what a submission tells of itself. `verbose` says every step."""

    def __init__(self, output: Output, verbose: bool) -> None:
        self._output = output
        self._verbose = verbose
        self._line = False
        self._next_s = 0.0

    def __call__(self, item: Any) -> None:
        if isinstance(item, Search):
            self._search(item)
        elif isinstance(item, Step) and self._verbose:
            self.end()
            place = f" {item.block_hash}" if item.block_hash else ""
            self._output.say(f"{item.status}{place}")
        elif isinstance(item, Step) and item.status == "retracted":
            self.end()
            self._output.say(f"Block {item.block_hash} was retracted; waiting for another one.")

    def end(self) -> None:
        """Leave the line that was written over."""
        if self._line:
            self._output.progress("")
            self._line = False

    def _search(self, found: Search) -> None:
        text = search_text(found)
        if sys.stderr.isatty():
            self._output.progress(text)
            self._line = True
        elif found.rate and found.elapsed_s >= self._next_s:
            self._next_s = found.elapsed_s + _SAY_EVERY_S
            self._output.say(text)


def search_text(found: Search) -> str:
    """Rate, difficulty and expected time of a search, in one line."""
    expected = found.expected_s
    wait = "" if expected is None else f", {duration(expected)} expected"
    return (
        f"Searching: {found.rate:,.0f} seals/s, difficulty {found.difficulty:,}{wait}, "
        f"{duration(found.elapsed_s)} so far, for block {found.block_number}"
    )


def duration(seconds: float) -> str:
    """Seconds as people say them."""
    if seconds < 120:
        return f"{seconds:.1f} s" if seconds < 10 else f"{seconds:.0f} s"
    minutes = seconds / 60
    return f"{minutes:.0f} min" if minutes < 120 else f"{minutes / 60:.1f} h"
