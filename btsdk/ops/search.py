"""The search for a proof of work, as a program that follows the chain's blocks.

The solver runs on its own threads and processes; the program only polls it, so neither driver is
blocked. When the program ends, for whatever reason, so does the search.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence

from btsdk.errors import SearchStopped
from btsdk.pow.seal import Form
from btsdk.pow.solver import SearchProgress, Solution, Solver
from btsdk.pow.workers import WorkerFactory, default_workers
from btsdk.reads.blocks import subscription
from btsdk.rpc.effects import Emit, Next, Program, RpcCall, Subscription, ask
from btsdk.state.block_context import height, unhex

LOOK_EVERY = 0.05
"""Seconds between two polls of the search."""


def search(form: Form, difficulty: int, processes: int | None = None) -> Program[Solution]:
    """Find a seal for the newest block, emitting the solver's `SearchProgress` on the way."""
    heads = yield from ask(subscription(finalized=False))
    running = _Search(form, difficulty, default_workers(difficulty, processes))
    try:
        running.follow(*(yield from _head()))
        while not running.ended:
            yield from _follow(running, heads)
            progress = running.news()
            if progress is not None:
                yield from ask(Emit(progress))
        return running.result()
    finally:
        running.stop()


def _follow(running: _Search, heads: Subscription) -> Program[None]:
    notification = yield from ask(Next((heads,), LOOK_EVERY))
    if notification is not None:
        running.follow(*(yield from _head()))


def _head() -> Program[tuple[int, bytes]]:
    block_hash = yield from ask(RpcCall("chain_getBlockHash"))
    header = yield from ask(RpcCall("chain_getHeader", (block_hash,)))
    return height(header), unhex(block_hash)


class _Search:
    """A solver in a thread of its own."""

    def __init__(self, form: Form, difficulty: int, workers: Sequence[WorkerFactory]) -> None:
        self._solver = Solver(form, difficulty, workers=workers, progress=self._hear)
        self._thread = threading.Thread(target=self._run, name="btsdk-pow", daemon=True)
        self._progress: SearchProgress | None = None
        self._outcome: Solution | Exception | None = None

    @property
    def ended(self) -> bool:
        return self._outcome is not None

    def follow(self, number: int, block_hash: bytes) -> None:
        self._solver.update(number, block_hash)
        if not self._thread.is_alive() and not self.ended:
            self._thread.start()

    def news(self) -> SearchProgress | None:
        progress, self._progress = self._progress, None
        return progress

    def result(self) -> Solution:
        if isinstance(self._outcome, Solution):
            return self._outcome
        raise self._outcome or SearchStopped("the search has not ended")

    def stop(self) -> None:
        self._solver.stop()
        if self._thread.ident is not None:
            self._thread.join()

    def _hear(self, progress: SearchProgress) -> None:
        self._progress = progress

    def _run(self) -> None:
        try:
            self._outcome = self._solver.run()
        except Exception as error:  # noqa: BLE001  # raised again by `result`, in the program
            self._outcome = error
