"""Jobs and reports of workers, and the loop that every kind of worker runs.

A worker searches slices of nonces and checks for a new job between them. It reports a found nonce
and then waits; it never ends by itself.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass

from btsdk import forks
from btsdk.pow.seal import NONCES, Puzzle

Search = Callable[[Puzzle, int, int, int], "int | None"]
"""A search function: puzzle, difficulty, first nonce, how many."""


@dataclass(frozen=True)
class Job:
    """Search `puzzle` from nonce `start` on; `number` names the job in reports."""

    number: int
    puzzle: Puzzle
    difficulty: int
    start: int

    def to_json(self) -> str:
        return json.dumps(
            {
                "number": self.number,
                "before": self.puzzle.before.hex(),
                "after": self.puzzle.after.hex(),
                "difficulty": self.difficulty,
                "start": self.start,
            }
        )

    @classmethod
    def from_json(cls, text: str) -> Job:
        fields = json.loads(text)
        puzzle = Puzzle(bytes.fromhex(fields["before"]), bytes.fromhex(fields["after"]))
        return cls(fields["number"], puzzle, fields["difficulty"], fields["start"])


@dataclass(frozen=True)
class Report:
    """The result of a slice of `tried` nonces: the found `nonce`, or None.

    `ended` means that the worker has ended; then the other fields have no meaning.
    """

    job: int = 0
    tried: int = 0
    nonce: int | None = None
    ended: bool = False


class Mailbox:
    """The newest job for one worker; older ones are dropped."""

    def __init__(self) -> None:
        self._changed = threading.Condition(forks.lock())
        self._job: Job | None = None
        self._closed = False

    def put(self, job: Job) -> None:
        with self._changed:
            self._job = job
            self._changed.notify()

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify()

    @property
    def closed(self) -> bool:
        return self._closed

    def take(self, *, wait: bool) -> Job | None:
        """The job that came since the last call, if any; waits for one or for the end if asked."""
        with self._changed:
            while wait and self._job is None and not self._closed:
                self._changed.wait()
            job, self._job = self._job, None
            return job


def serve(mailbox: Mailbox, search: Search, size: int, report: Callable[[Report], None]) -> None:
    """Work off jobs in slices of `size` nonces until the mailbox is closed."""
    job: Job | None = None
    start = 0
    while not mailbox.closed:
        newer = mailbox.take(wait=job is None)
        if newer is not None:
            job, start = newer, newer.start
        if job is None:
            continue
        nonce = search(job.puzzle, job.difficulty, start, size)
        tried = size if nonce is None else (nonce - start) % NONCES + 1
        report(Report(job.number, tried, nonce))
        start = (start + size) % NONCES
        if nonce is not None:
            job = None
