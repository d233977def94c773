"""Progress of a proof-of-work search and of a submission."""

from __future__ import annotations

import sys
from typing import Any

from btcli.output import Output, Submission
from btcli.terminal.streams import columns
from btsdk.pow import SearchProgress
from btsdk.pow.workers import HINT, is_compiled
from btsdk.tx.follow import Progress as Step

_REPORT_INTERVAL_S = 5.0
"""Without a terminal, how often the progress of a search is printed."""


class SubmissionProgress:
    """The progress callback of a submission. `verbose` prints every step."""

    def __init__(self, output: Output, verbose: bool) -> None:
        self._output = output
        self._verbose = verbose
        self._line = False
        self._next_s = 0.0

    def __call__(self, item: Any) -> None:
        if isinstance(item, SearchProgress):
            self._search(item)
        elif isinstance(item, Step):
            self._note(item)
            self._tell(item)

    def _tell(self, step: Step) -> None:
        if self._verbose:
            self.end()
            place = f" {step.block_hash}" if step.block_hash else ""
            self._output.say(f"{step.status}{place}")
        elif step.status == "retracted":
            self.end()
            self._output.say(f"Block {step.block_hash} was retracted; waiting for another one.")

    def _note(self, step: Step) -> None:
        """Note how far the transaction came, for failures after it."""
        receipt = step.receipt
        if receipt is None:
            self._output.submission = Submission(step.extrinsic_hash)
        elif receipt.error is None:
            where = receipt.block_number, receipt.block_hash
            self._output.submission = Submission(step.extrinsic_hash, *where)

    def end(self) -> None:
        """Clear the progress line."""
        if self._line:
            self._output.progress("")
            self._line = False

    def _search(self, found: SearchProgress) -> None:
        if not is_compiled():
            self._output.say_once(HINT)
        if sys.stderr.isatty():
            self._output.progress(search_text(found, columns(sys.stderr) - 1))
            self._line = True
        elif found.rate and found.elapsed_s >= self._next_s:
            self._next_s = found.elapsed_s + _REPORT_INTERVAL_S
            self._output.say(search_text(found))


def search_text(found: SearchProgress, room: int | None = None) -> str:
    """Rate, times, difficulty and block of a search in one line, as far as there is room."""
    text = f"Searching: {found.rate:,.0f} seals/s"
    expected = found.expected_s
    for part in (
        f"{duration(found.elapsed_s)} so far",
        "" if expected is None else f"{duration(expected)} expected",
        f"{found.probability:.0%} probable by now",
        f"difficulty {found.difficulty:,}",
        f"for block {found.block_number}",
    ):
        longer = f"{text}, {part}" if part else text
        if room is not None and len(longer) > room:
            break
        text = longer
    return text


def duration(seconds: float) -> str:
    """A duration in seconds, minutes or hours."""
    if seconds < 120:
        return f"{seconds:.1f} s" if seconds < 10 else f"{seconds:.0f} s"
    minutes = seconds / 60
    return f"{minutes:.0f} min" if minutes < 120 else f"{minutes / 60:.1f} h"
