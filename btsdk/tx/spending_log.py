"""What has been spent under a policy, in memory or in a file that several processes share."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from btsdk import forks
from btsdk.errors import UsageError

DAY_S = 86_400.0


class Spent(NamedTuple):
    """An amount in rao at a time in seconds since 1970; what was given back is negative."""

    time: float
    rao: int


class SpendingLog:
    """The amounts of the last day. With a file, one line an entry, which is only appended to."""

    def __init__(self, path: Path | None, clock: Callable[[], float]) -> None:
        self._path = path
        self._clock = clock
        self._entries: list[Spent] = []
        self._lock = forks.lock()

    def spend(self, rao: int, most: int | None) -> Spent | None:
        """Note an amount; None, and nothing is noted, if it makes more than `most` in a day."""
        now = self._clock()
        with self._lock, self._opened() as entries:
            spent = sum(one.rao for one in entries if now - one.time < DAY_S)
            if most is not None and spent + rao > most:
                return None
            entry = Spent(now, rao)
            self._add(entry)
            return entry

    def give_back(self, entry: Spent) -> None:
        """Note that an amount was not spent."""
        with self._lock, self._opened():
            self._add(Spent(entry.time, -entry.rao))

    def spent(self) -> int:
        """The rao of the last 24 hours."""
        now = self._clock()
        with self._lock, self._opened() as entries:
            return sum(one.rao for one in entries if now - one.time < DAY_S)

    @contextmanager
    def _opened(self) -> Iterator[list[Spent]]:
        """The entries, while no other process changes them."""
        if self._path is None:
            yield self._entries
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX)
            yield _parsed(self._path)
        finally:
            os.close(self._handle)

    def _add(self, entry: Spent) -> None:
        if self._path is None:
            now = self._clock()
            self._entries[:] = [one for one in self._entries if now - one.time < DAY_S]
            self._entries.append(entry)
            return
        os.write(self._handle, f"{entry.time!r} {entry.rao}\n".encode())
        os.fsync(self._handle)


def _parsed(path: Path) -> list[Spent]:
    try:
        lines = [line.split() for line in path.read_text().splitlines()]
        return [Spent(float(time), int(rao)) for time, rao in lines]
    except ValueError as error:
        raise UsageError(
            f"{path} is not a log of spending: {error}",
            hint="Move it away; amounts of the last day are then counted from zero.",
        ) from error
