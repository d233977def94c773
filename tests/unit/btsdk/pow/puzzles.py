"""A puzzle for workers, and what they report of it."""

from __future__ import annotations

import queue

from btsdk.pow import ClassicForm
from btsdk.pow.jobs import Report

PUZZLE = ClassicForm(b"\1" * 32).puzzle(b"\2" * 32)
HOPELESS = 2**255
SLOW_START_S = 60


def found(reports: queue.Queue[Report], job: int) -> int:
    """The nonce of a job, once it is reported."""
    while True:
        report = reports.get(timeout=SLOW_START_S)
        if report.job == job and report.nonce is not None:
            return report.nonce
