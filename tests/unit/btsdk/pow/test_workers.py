"""Real worker processes: they answer, end when told, and outlive nobody."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from btsdk.pow import reference, workers
from btsdk.pow.jobs import Job, Report
from btsdk.pow.workers import ProcessWorker, ThreadWorker, default_workers, usable_cores
from tests.unit.btsdk.pow.puzzles import HOPELESS, PUZZLE, SLOW_START_S, found


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # A process that ended but was not yet collected by its new parent counts as gone.
    return not Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].startswith(" Z")


def _ends(pid: int) -> bool:
    for _ in range(600):
        try:
            if not _alive(pid):
                return True
        except FileNotFoundError:
            return True
        time.sleep(0.1)
    return False


def test_closing_ends_the_process_and_says_so() -> None:
    reports: queue.Queue[Report] = queue.Queue()
    process = ProcessWorker(reports.put)
    process.assign(Job(1, PUZZLE, HOPELESS, 0))
    reports.get(timeout=SLOW_START_S)
    process.close()
    assert _ends(process.pid)
    while not reports.get(timeout=SLOW_START_S).ended:
        pass


def test_a_killed_process_is_reported_and_harms_nobody() -> None:
    reports: queue.Queue[Report] = queue.Queue()
    process = ProcessWorker(reports.put)
    os.kill(process.pid, signal.SIGKILL)
    assert reports.get(timeout=SLOW_START_S).ended
    process.assign(Job(1, PUZZLE, 1, 0))
    process.assign(Job(2, PUZZLE, 1, 0))
    process.close()


def test_a_process_ends_when_its_parent_is_killed() -> None:
    """The parent is a script without a main guard, and dies without a chance to clean up."""
    script = (
        "import time\n"
        "from btsdk.pow.workers import ProcessWorker\n"
        "from btsdk.pow.jobs import Job\n"
        "from btsdk.pow.seal import Puzzle\n"
        "worker = ProcessWorker(lambda report: print(worker.pid, flush=True))\n"
        "worker.assign(Job(1, Puzzle(b'', bytes(32)), 2**255, 0))\n"
        "time.sleep(600)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert _ends(child)


def test_a_thread_does_the_same() -> None:
    reports: queue.Queue[Report] = queue.Queue()
    thread = ThreadWorker(reports.put)
    thread.assign(Job(1, PUZZLE, 500, 3))
    assert found(reports, 1) == reference.search(PUZZLE, 500, 3, 100_000)
    thread.assign(Job(2, PUZZLE, HOPELESS, 0))
    thread.close()


def test_small_searches_start_no_process() -> None:
    assert default_workers(10_000) == [ThreadWorker]


def test_compiled_searches_are_threads() -> None:
    factories = default_workers(10_000_000)
    assert len(factories) == usable_cores()
    reports: queue.Queue[Report] = queue.Queue()
    worker = factories[0](reports.put)
    assert isinstance(worker, ThreadWorker)
    worker.assign(Job(1, PUZZLE, 3_000, 5))
    assert found(reports, 1) == reference.search(PUZZLE, 3_000, 5, 100_000)
    worker.close()
    assert len(default_workers(5, 3)) == 3


def test_without_the_extra_searches_are_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "is_compiled", lambda: False)
    assert default_workers(10_000_000) == [ProcessWorker] * usable_cores()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_search_that_fails_is_reported() -> None:
    def broken(*_: object) -> int:
        raise MemoryError

    reports: queue.Queue[Report] = queue.Queue()
    worker = ThreadWorker(reports.put, broken)
    worker.assign(Job(1, PUZZLE, 500, 3))
    assert reports.get(timeout=SLOW_START_S).ended
    worker.close()
