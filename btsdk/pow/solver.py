"""The solver: a search on all cores that follows new blocks, reports progress and can be stopped.

A search has no memory, so moving to a newer block costs nothing, and the seal is fresh when it is
found. However a search ends (a seal, `stop`, the deadline, Ctrl-C, an error), its workers end
before `run` returns.
"""

from __future__ import annotations

import contextlib
import math
import os
import queue
import secrets
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from btsdk import forks
from btsdk.errors import SearchStopped, UsageError
from btsdk.integers import whole
from btsdk.pow.jobs import Job, Report
from btsdk.pow.seal import NONCES, Form, Puzzle, meets
from btsdk.pow.workers import Worker, WorkerFactory, default_workers

Follow = Callable[[], "tuple[int, bytes] | None"]
"""Returns the newest block as number and hash, or None if it has not changed."""

_STILL_GOOD = 1
"""How many blocks behind the newest a seal may be when it is found. The chain takes work that is
two blocks old when it is executed, and the next block is the first that can execute it.
"""

_TICK_S = 0.25


@dataclass(frozen=True)
class Solution:
    """A seal with its block and nonce, as `register`, `faucet` and `pow_register` take them."""

    block_number: int
    nonce: int
    seal: bytes


@dataclass(frozen=True)
class SearchProgress:
    """The progress of a search. `expected_s` is the mean remaining time, which does not shrink with
    past attempts. None before a rate is known.
    """

    attempts: int
    elapsed_s: float
    rate: float
    difficulty: int
    block_number: int

    @property
    def expected_s(self) -> float | None:
        return self.difficulty / self.rate if self.rate else None

    @property
    def probability(self) -> float:
        """How probable it was to have found a seal by now, from 0 to 1."""
        return -math.expm1(-self.attempts / self.difficulty)


class Solver:
    """One search. `update` and `stop` may be called from any thread while `run` is under way.

    `progress` is called about `every_s` seconds, in the thread of `run`. `start` is the first
    nonce; a random one by default, so that searching again does not find the same seal again.
    """

    def __init__(
        self,
        form: Form,
        difficulty: int,
        *,
        workers: Sequence[WorkerFactory] | None = None,
        progress: Callable[[SearchProgress], None] | None = None,
        every_s: float = 0.5,
        start: int | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        difficulty = whole(difficulty, "difficulty", 1)
        self._form = form
        self._difficulty = difficulty
        self._factories = default_workers(difficulty) if workers is None else workers
        self._progress = progress
        self._every_s = every_s
        self._start = secrets.randbelow(NONCES) if start is None else whole(start, "start", 0)
        self._monotonic = monotonic
        self._reports: queue.SimpleQueue[Report] = queue.SimpleQueue()
        self._lock = forks.lock()
        self._pid = os.getpid()
        self._workers: list[Worker] = []
        self._blocks: dict[int, tuple[int, Puzzle]] = {}  # by job, newest last
        self._jobs = 0
        self._stopped = threading.Event()
        self._attempts = 0
        self._ended = 0
        self._pace: tuple[float, int] | None = None  # when the first report came, and its attempts

    def update(self, block_number: int, block_hash: bytes) -> None:
        """Search for this block from now on; the same or an older block is ignored."""
        block_number = whole(block_number, "block number", 0)
        with self._lock:
            puzzle = self._form.puzzle(block_hash)
            newest = next(reversed(self._blocks.values()), None)
            if newest is not None and (block_number < newest[0] or puzzle == newest[1]):
                return
            self._forget(block_number)
            self._jobs += 1
            self._blocks[self._jobs] = (block_number, puzzle)
            for index, worker in enumerate(self._workers):
                worker.assign(self._job(index))

    def stop(self) -> None:
        """End the search soon: `run` raises `SearchStopped`."""
        self._stopped.set()
        self._reports.put(Report())  # wakes it

    def run(
        self,
        follow: Follow | None = None,
        *,
        follow_every_s: float = 1.0,
        deadline_s: float | None = None,
    ) -> Solution:
        """Search until a seal is found. Call `update` before, or give `follow`.

        `follow` is asked every `follow_every_s`, which should be well below the time of a block.
        Raises `SearchStopped` after `stop`, past the deadline, or when the workers failed; an
        interrupt from the keyboard goes through to the caller, after the workers have ended.
        """
        if follow is None and not self._blocks:
            raise UsageError("the search has no block: call update before, or give follow")
        self._pid = os.getpid()
        ask = _Every(follow_every_s, self._monotonic)
        tell = _Every(self._every_s, self._monotonic)
        begun = self._monotonic()
        end = None if deadline_s is None else begun + deadline_s
        with self._started_workers():
            while True:
                if follow is not None and ask.due():
                    self._follow(follow)
                solution = self._wait(end)
                if solution is not None:
                    return solution
                if self._progress is not None and self._blocks and tell.due():
                    self._progress(self._so_far(begun))

    def _forget(self, block_number: int) -> None:
        """Drop blocks that a newer one of this number makes too old, or replaces."""
        kept = range(block_number - _STILL_GOOD, block_number)
        self._blocks = {job: block for job, block in self._blocks.items() if block[0] in kept}

    def _follow(self, follow: Follow) -> None:
        news = follow()
        if news is not None:
            self.update(*news)

    @contextlib.contextmanager
    def _started_workers(self) -> Iterator[None]:
        try:
            for factory in self._factories:
                worker = factory(self._reports.put)
                with self._lock:
                    self._workers.append(worker)
                    if self._blocks:
                        worker.assign(self._job(len(self._workers) - 1))
            yield
        finally:
            self._close_workers()

    def _close_workers(self) -> None:
        with self._lock:
            workers, self._workers = self._workers, []
        with contextlib.ExitStack() as closing:
            for worker in workers:
                closing.callback(worker.close)

    def _job(self, index: int) -> Job:
        """The newest job for one worker; each worker starts in its own part of the nonces."""
        number, (_, puzzle) = next(reversed(self._blocks.items()))
        share = NONCES // len(self._factories)
        return Job(number, puzzle, self._difficulty, (self._start + index * share) % NONCES)

    def _wait(self, end: float | None) -> Solution | None:
        """One report, or a little time; raises when the search is over without a seal."""
        if os.getpid() != self._pid:
            raise self._over("its workers belong to the parent process of this one")
        try:
            report = self._reports.get(timeout=_TICK_S)
        except queue.Empty:
            report = Report()
        self._count(report)
        if report.ended:
            self._one_ended()
        solution = self._checked(report)
        if solution is None and self._stopped.is_set():
            raise self._over("it was stopped")
        if solution is None and end is not None and self._monotonic() >= end:
            raise self._over("its time was up")
        return solution

    def _count(self, report: Report) -> None:
        self._attempts += report.tried
        if report.tried and self._pace is None:
            self._pace = self._monotonic(), self._attempts

    def _checked(self, report: Report) -> Solution | None:
        """The solution in a report, hashed again before it is used."""
        if report.nonce is None:
            return None
        with self._lock:
            block = self._blocks.get(report.job)
        if block is None:
            return None
        number, puzzle = block
        seal = puzzle.seal(report.nonce)
        if not meets(seal, self._difficulty):
            raise self._over("a worker reported an invalid seal")
        return Solution(number, report.nonce, seal)

    def _one_ended(self) -> None:
        self._ended += 1
        if self._ended == len(self._factories):
            raise self._over("its worker processes ended")

    def _so_far(self, begun: float) -> SearchProgress:
        now = self._monotonic()
        with self._lock:
            block_number = next(reversed(self._blocks.values()))[0]
        return SearchProgress(
            self._attempts, now - begun, self._rate(now), self._difficulty, block_number
        )

    def _rate(self, now: float) -> float:
        """Attempts a second since the first report: the start of the workers does not count."""
        if self._pace is None or now <= self._pace[0]:
            return 0.0
        return (self._attempts - self._pace[1]) / (now - self._pace[0])

    def _over(self, why: str) -> SearchStopped:
        return SearchStopped(
            f"the search ended without a seal after {self._attempts:,} attempts: {why}"
        )


class _Every:
    """True at once, and then once a period."""

    def __init__(self, period_s: float, monotonic: Callable[[], float]) -> None:
        self._period_s = period_s
        self._monotonic = monotonic
        self._next = monotonic()

    def due(self) -> bool:
        now = self._monotonic()
        if now < self._next:
            return False
        self._next = now + self._period_s
        return True
