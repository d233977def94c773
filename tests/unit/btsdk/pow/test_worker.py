"""The program of a worker process, at the other end of its pipes."""

from __future__ import annotations

import os
import queue
import signal
from collections.abc import Iterator

import pytest

from btsdk.pow import reference
from btsdk.pow.jobs import Job, Report
from btsdk.pow.workers import ProcessWorker
from tests.unit.btsdk.pow.puzzles import HOPELESS, PUZZLE, SLOW_START_S, found


@pytest.fixture(scope="module")
def worker() -> Iterator[tuple[ProcessWorker, queue.Queue[Report]]]:
    reports: queue.Queue[Report] = queue.Queue()
    running = ProcessWorker(reports.put)
    yield running, reports
    running.close()


def test_a_process_finds_what_the_reference_finds(
    worker: tuple[ProcessWorker, queue.Queue[Report]],
) -> None:
    process, reports = worker
    process.assign(Job(1, PUZZLE, 3_000, 5))
    assert found(reports, 1) == reference.search(PUZZLE, 3_000, 5, 100_000)
    process.assign(Job(2, PUZZLE, 1_000, 77))
    assert found(reports, 2) == reference.search(PUZZLE, 1_000, 77, 100_000)


def test_a_process_leaves_a_hopeless_job_for_a_newer_one(
    worker: tuple[ProcessWorker, queue.Queue[Report]],
) -> None:
    process, reports = worker
    process.assign(Job(3, PUZZLE, HOPELESS, 0))
    assert reports.get(timeout=SLOW_START_S).nonce is None
    process.assign(Job(4, PUZZLE, 1, 9))
    assert found(reports, 4) == 9


def test_interrupts_are_the_parents_affair(
    worker: tuple[ProcessWorker, queue.Queue[Report]],
) -> None:
    process, reports = worker
    os.kill(process.pid, signal.SIGINT)
    process.assign(Job(5, PUZZLE, 1, 11))
    assert found(reports, 5) == 11
