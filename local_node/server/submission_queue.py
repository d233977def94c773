"""Who brings extrinsics, one after the other.

One extrinsic at a time goes into the pool whoever brings it, since the chain has one lock; many
threads would spend their time in handing it to each other. So clients take turns. A turn is taken
in the loop's thread where nobody else has the chain: then taking an extrinsic in costs no change of
threads at all. It is taken in slices, between which the loop looks after everybody else. Where
somebody has the chain (a block is in the making), a worker takes the turn, and may wait.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from time import perf_counter
from typing import TypeVar

TURN_S = 0.008
"""How long a turn is while others wait for theirs."""
SLICE_S = 0.001
"""How long at a stretch the loop's thread is kept; one extrinsic takes a quarter of that."""

T = TypeVar("T")
Work = Callable[[], bool]
"""Does the next piece of what a turn is for; whether there may be another."""


class _Turn:
    """A turn that is waited for, or taken."""

    def __init__(self, work: Work, over: asyncio.Future[None]) -> None:
        self._work = work
        self._over = over
        self._until: float | None = None

    def take(self, seconds: float) -> bool:
        """Work for so long, but no longer than a turn is; whether it goes on."""
        now = perf_counter()
        if self._until is None:
            self._until = now + TURN_S
        stop = min(now + seconds, self._until)
        while self._work():
            now = perf_counter()
            if now >= stop:
                return now < self._until
        return False

    def end(self, error: BaseException | None) -> None:
        """In the loop's thread: tell who waits for it."""
        if self._over.done():
            return
        if error is None:
            self._over.set_result(None)
        else:
            self._over.set_exception(error)


class SubmissionQueue:
    """The queue of one loop. `held_if_free` holds the chain, if that need not be waited for."""

    def __init__(
        self, held_if_free: Callable[[], AbstractContextManager[bool]], workers: Executor
    ) -> None:
        self._held_if_free = held_if_free
        self._workers = workers
        self._waiting: deque[_Turn] = deque()
        self._taken: _Turn | None = None

    def queue(self, work: Work) -> asyncio.Future[None]:
        """Call `work` when its turn comes, as long as there is more to do and the turn is not over;
        done when it is."""
        loop = asyncio.get_running_loop()
        over: asyncio.Future[None] = loop.create_future()
        turn = _Turn(work, over)
        if self._taken is None:
            self._taken = turn
            loop.call_soon(self._go_on, turn)
        else:
            self._waiting.append(turn)
        return over

    async def call(self, function: Callable[[], T]) -> T:
        """What `function` answers when its turn comes."""
        answers: list[T] = []

        def work() -> bool:
            answers.append(function())
            return False

        await self.queue(work)
        return answers[0]

    def _go_on(self, turn: _Turn) -> None:
        """A slice of a turn, here; or the rest of it by a worker, where the chain is not free."""
        loop = asyncio.get_running_loop()
        try:
            with self._held_if_free() as is_held:
                goes_on = is_held and turn.take(SLICE_S)
        except Exception as error:  # noqa: BLE001 - for whoever waits; the others have their turn
            self._end(turn, error)
            return
        if not is_held:
            rest = loop.run_in_executor(self._workers, turn.take, TURN_S)
            rest.add_done_callback(
                lambda rest: self._end(turn, None if rest.cancelled() else rest.exception())
            )
        elif goes_on:
            loop.call_soon(self._go_on, turn)
        else:
            self._end(turn)

    def _end(self, turn: _Turn, error: BaseException | None = None) -> None:
        """The turn is over; the next one begins."""
        turn.end(error)
        self._taken = self._waiting.popleft() if self._waiting else None
        if self._taken is not None:
            asyncio.get_running_loop().call_soon(self._go_on, self._taken)
