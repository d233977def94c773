"""The search as its caller sees it: seals that hold, new blocks, progress, and every way to end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable

import pytest

from btsdk.errors import SearchStopped, UsageError
from btsdk.pow import ClassicForm, DomainSeparatedForm, SearchProgress, Solver, meets
from btsdk.pow.jobs import Job, Report
from btsdk.pow.workers import ProcessWorker, ThreadWorker, WorkerFactory

FORM = ClassicForm(b"\1" * 32)
HOPELESS = 2**255


def _hash(number: int) -> bytes:
    return number.to_bytes(32, "big")


class Scripted:
    """A worker that finds nothing by itself: the test reports for it."""

    made: list[Scripted]

    def __init__(self, report: Callable[[Report], None]) -> None:
        self.report = report
        self.jobs: list[Job] = []
        self.closed = False
        Scripted.made.append(self)

    def assign(self, job: Job) -> None:
        self.jobs.append(job)

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def scripted() -> WorkerFactory:
    Scripted.made = []
    return Scripted


@pytest.mark.parametrize("form", [FORM, DomainSeparatedForm(7, b"\1" * 32, b"\2" * 32)])
def test_a_seal_that_holds(form: ClassicForm | DomainSeparatedForm) -> None:
    solver = Solver(form, 2_000)
    solver.update(5, _hash(5))
    solution = solver.run()
    assert solution.block_number == 5
    assert solution.seal == form.puzzle(_hash(5)).seal(solution.nonce)
    assert meets(solution.seal, 2_000)


def test_on_processes_from_a_script_without_a_main_guard() -> None:
    script = (
        "from btsdk.pow import ClassicForm, Solver, meets\n"
        "solver = Solver(ClassicForm(bytes(32)), 30_000)\n"
        "solver.update(1, bytes(32))\n"
        "print(meets(solver.run().seal, 30_000))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.stdout, done.stderr) == ("True\n", "")


def test_searching_again_starts_elsewhere() -> None:
    def first_nonce() -> int:
        solver = Solver(FORM, 1, workers=[ThreadWorker])
        solver.update(1, _hash(1))
        return solver.run().nonce

    assert first_nonce() != first_nonce()


def test_the_caller_feeds_new_blocks(scripted: WorkerFactory) -> None:
    solver = Solver(FORM, 1, workers=[scripted, scripted], start=0)
    solver.update(1, _hash(1))
    solver.update(2, _hash(2))
    solver.update(2, _hash(2))  # no news
    solver.update(1, _hash(1))  # old news

    def talk() -> None:
        while len(getattr(Scripted, "made", [])) < 2 or not Scripted.made[1].jobs:
            pass
        solver.update(3, _hash(3))
        first, second = Scripted.made
        first.report(Report(first.jobs[-1].number, 10, 4))
        assert second.jobs[-1].puzzle == FORM.puzzle(_hash(3))

    thread = threading.Thread(target=talk)
    thread.start()
    solution = solver.run(deadline_s=20)
    thread.join()
    assert (solution.block_number, solution.nonce) == (3, 4)
    first, second = Scripted.made
    assert [job.puzzle for job in first.jobs] == [FORM.puzzle(_hash(n)) for n in (2, 3)]
    assert (first.jobs[0].start, second.jobs[0].start) == (0, 2**63)
    assert first.closed
    assert second.closed


def test_a_seal_of_the_block_before_still_counts_and_an_older_does_not(
    scripted: WorkerFactory,
) -> None:
    news = iter([(1, _hash(1)), (2, _hash(2)), (3, _hash(3)), (9, _hash(9)), (10, _hash(10))])

    def follow() -> tuple[int, bytes] | None:
        block = next(news, None)
        if block == (3, _hash(3)):
            Scripted.made[0].report(Report(1, 1, 0))  # of block 1: too old by now
        if block == (10, _hash(10)):
            Scripted.made[0].report(Report(3, 1, 0))  # of block 3: too old as well
            Scripted.made[0].report(Report(4, 1, 7))  # of block 9
        return block

    solver = Solver(FORM, 1, workers=[scripted])
    solution = solver.run(follow, follow_every_s=0.0, deadline_s=20)
    assert (solution.block_number, solution.nonce) == (9, 7)


def test_another_block_of_the_same_number_replaces_it(scripted: WorkerFactory) -> None:
    news = iter([(1, _hash(1)), (1, _hash(77))])

    def follow() -> tuple[int, bytes] | None:
        block = next(news, None)
        if block is None:
            Scripted.made[0].report(Report(1, 1, 5))  # sealed a block that is no more
            Scripted.made[0].report(Report(2, 1, 6))
        return block

    solution = Solver(FORM, 1, workers=[scripted]).run(follow, follow_every_s=0.0, deadline_s=20)
    assert solution.seal == FORM.puzzle(_hash(77)).seal(6)


def test_follow_may_have_no_news_yet(scripted: WorkerFactory) -> None:
    answers = iter([None, None, (1, _hash(1))])

    def follow() -> tuple[int, bytes] | None:
        answer = next(answers, None)
        if Scripted.made[0].jobs:
            Scripted.made[0].report(Report(1, 1, 0))
        return answer

    solver = Solver(FORM, 1, workers=[scripted])
    assert solver.run(follow, follow_every_s=0.0, deadline_s=20).block_number == 1


def test_progress_tells_rate_and_expected_time() -> None:
    seen: list[SearchProgress] = []
    solver = Solver(FORM, HOPELESS, workers=[ThreadWorker], progress=seen.append, every_s=0.05)
    solver.update(8, _hash(8))
    with pytest.raises(SearchStopped, match="its time was up"):
        solver.run(deadline_s=0.8)
    last = seen[-1]
    assert seen[0].expected_s is None
    assert last.block_number == 8
    assert last.attempts > 0
    assert last.rate > 0
    assert last.expected_s == HOPELESS / last.rate
    assert [p.attempts for p in seen] == sorted(p.attempts for p in seen)


def test_stop_from_another_thread() -> None:
    solver = Solver(FORM, HOPELESS, workers=[ThreadWorker])
    solver.update(1, _hash(1))
    threading.Timer(0.1, solver.stop).start()
    with pytest.raises(SearchStopped, match="it was stopped"):
        solver.run(deadline_s=20)


def test_an_error_in_follow_ends_the_workers(scripted: WorkerFactory) -> None:
    def follow() -> tuple[int, bytes] | None:
        raise ConnectionError("lost")

    with pytest.raises(ConnectionError):
        Solver(FORM, 1, workers=[scripted]).run(follow)
    assert Scripted.made[0].closed


def test_dead_workers_end_the_search(scripted: WorkerFactory) -> None:
    def follow() -> tuple[int, bytes] | None:
        for worker in Scripted.made:
            worker.report(Report(ended=True))
        return 1, _hash(1)

    with pytest.raises(SearchStopped, match="worker processes ended"):
        Solver(FORM, HOPELESS, workers=[scripted, scripted]).run(follow, deadline_s=20)


def test_a_wrong_seal_is_not_passed_on(scripted: WorkerFactory) -> None:
    def follow() -> tuple[int, bytes] | None:
        if Scripted.made[0].jobs:
            Scripted.made[0].report(Report(1, 1, 1))
        return 1, _hash(1)

    with pytest.raises(SearchStopped, match="an invalid seal"):
        Solver(FORM, HOPELESS, workers=[scripted]).run(follow, follow_every_s=0.0, deadline_s=20)


def test_without_a_block_or_difficulty_there_is_nothing_to_search() -> None:
    with pytest.raises(UsageError, match="no block"):
        Solver(FORM, 1).run()
    with pytest.raises(UsageError, match="difficulty"):
        Solver(FORM, 0)


def test_an_interrupt_ends_the_processes_and_reaches_the_caller() -> None:
    pids: list[int] = []

    def worker(report: Callable[[Report], None]) -> ProcessWorker:
        made = ProcessWorker(report)
        pids.append(made.pid)
        return made

    def interrupt(progress: SearchProgress) -> None:
        if progress.attempts:
            os.kill(os.getpid(), signal.SIGINT)

    solver = Solver(FORM, HOPELESS, workers=[worker], progress=interrupt, every_s=0.05)
    solver.update(1, _hash(1))
    with pytest.raises(KeyboardInterrupt):
        solver.run(deadline_s=60)
    assert len(pids) == 1
    with pytest.raises(ProcessLookupError):
        os.kill(pids[0], 0)
