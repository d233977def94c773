"""The submission queue: clients take turns in submitting extrinsics.

Extrinsics enter the pool one at a time, since the chain has one lock; many threads would spend
their time passing it to each other. So clients take turns. A turn runs in the loop's thread while
the chain is free: then a submission needs no change of threads. It runs in slices, between which
the loop serves everything else. While the chain is in use (a block is being made), a worker takes
the turn, and may wait.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from time import perf_counter
from typing import TypeVar

JOB_S = 0.008
"""The length of a turn while others wait for theirs."""
SLICE_S = 0.001
"""The longest slice in the loop's thread; one extrinsic takes a quarter of that."""

T = TypeVar("T")
Work = Callable[[], bool]
"""Does the next piece of a turn's work; returns whether there may be more."""


class _Job:
    """A client's extrinsics, waiting or being submitted."""

    def __init__(self, work: Work, over: asyncio.Future[None]) -> None:
        self._work = work
        self._over = over
        self._until: float | None = None

    def run(self, seconds: float) -> bool:
        """Work for so long, but no longer than a turn; returns whether the turn continues."""
        now = perf_counter()
        if self._until is None:
            self._until = now + JOB_S
        stop = min(now + seconds, self._until)
        while self._work():
            now = perf_counter()
            if now >= stop:
                return now < self._until
        return False

    def end(self, error: BaseException | None) -> None:
        """In the loop's thread: notify the owner of the turn."""
        if self._over.done():
            return
        if error is None:
            self._over.set_result(None)
        else:
            self._over.set_exception(error)


class SubmissionQueue:
    """The submission queue of one loop. `held_if_free` holds the chain, if it is free."""

    def __init__(
        self, held_if_free: Callable[[], AbstractContextManager[bool]], workers: Executor
    ) -> None:
        self._held_if_free = held_if_free
        self._workers = workers
        self._waiting: deque[_Job] = deque()
        self._running: _Job | None = None

    def queue(self, work: Work) -> asyncio.Future[None]:
        """Call `work` in its turn until it has no more to do or the turn is over; the future is
        done then."""
        loop = asyncio.get_running_loop()
        over: asyncio.Future[None] = loop.create_future()
        job = _Job(work, over)
        if self._running is None:
            self._running = job
            loop.call_soon(self._run_slice, job)
        else:
            self._waiting.append(job)
        return over

    async def call(self, function: Callable[[], T]) -> T:
        """The result of `function`, called in its turn."""
        answers: list[T] = []

        def work() -> bool:
            answers.append(function())
            return False

        await self.queue(work)
        return answers[0]

    def _run_slice(self, job: _Job) -> None:
        """Run a slice of a turn here; or the rest of it in a worker, if the chain is not free."""
        loop = asyncio.get_running_loop()
        try:
            with self._held_if_free() as is_held:
                unfinished = is_held and job.run(SLICE_S)
        except Exception as error:  # noqa: BLE001 - for the one that waits; the next job runs
            self._end(job, error)
            return
        if not is_held:
            rest = loop.run_in_executor(self._workers, job.run, JOB_S)
            rest.add_done_callback(
                lambda rest: self._end(job, None if rest.cancelled() else rest.exception())
            )
        elif unfinished:
            loop.call_soon(self._run_slice, job)
        else:
            self._end(job)

    def _end(self, job: _Job, error: BaseException | None = None) -> None:
        """End the turn and begin the next one."""
        job.end(error)
        self._running = self._waiting.popleft() if self._waiting else None
        if self._running is not None:
            asyncio.get_running_loop().call_soon(self._run_slice, self._running)
