"""The chain's clock: the wall clock plus an offset; nothing else in the node reads the time.

A block's slot is `max(slot of the clock, slot of the parent + 1)` and its timestamp is
`slot × duration`: blocks on demand push the chain ahead of the wall, the wall catches up while the
chain waits. Time travel moves the offset, which is kept with the chain.
"""

from __future__ import annotations

import time
from collections.abc import Callable


def wall_ms() -> int:
    """Milliseconds since the Unix epoch."""
    return time.time_ns() // 1_000_000


class Clock:
    """Milliseconds for the chain; `wall` is injected where a test or a replay owns the time."""

    def __init__(self, wall: Callable[[], int] = wall_ms, offset_ms: int = 0) -> None:
        self._wall = wall
        self.offset_ms = offset_ms

    def wall_ms(self) -> int:
        """The time outside."""
        return self._wall()

    def now_ms(self) -> int:
        """The time on the chain, if no block has pushed it further."""
        return self._wall() + self.offset_ms

    def travel_to(self, timestamp_ms: int) -> None:
        """Set the chain's time; it goes on from there with the wall."""
        self.offset_ms = timestamp_ms - self._wall()

    def slot(self, duration_ms: int, parent: int | None) -> int:
        """The slot of a block made now on a parent with this slot (None: it has none)."""
        now = self.now_ms() // duration_ms
        return now if parent is None else max(now, parent + 1)
