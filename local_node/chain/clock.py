"""The chain's clock: the wall clock plus an offset; the node's only source of time.

A block's slot is `max(slot of the clock, slot of the parent + 1)` and its timestamp is
`slot × duration`: blocks on demand push the chain ahead of the wall, the wall catches up while the
chain waits. Time travel moves the offset, which is kept with the chain.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from btsdk.errors import UsageError

LATEST_MS: Final = 253_402_300_799_999
"""The last millisecond of the year 9999, the latest time that can be set. Later blocks may be
beyond it: the chain counts in 64 bits.
"""

_EARLIEST_WALL_MS: Final = 1_577_836_800_000
"""The year 2020, before any node's wall clock."""


def wall_ms() -> int:
    """Milliseconds since the Unix epoch."""
    return time.time_ns() // 1_000_000


class Clock:
    """Milliseconds for the chain; tests and replays inject `wall`."""

    def __init__(self, wall: Callable[[], int] = wall_ms, offset_ms: int = 0) -> None:
        self._wall = wall
        self.offset_ms = offset_ms

    def wall_ms(self) -> int:
        """The wall clock's time."""
        return self._wall()

    def now_ms(self) -> int:
        """The chain's time, unless the best block is ahead of it."""
        return self._wall() + self.offset_ms

    def travel_to(self, timestamp_ms: int) -> None:
        """Set the chain's time; it advances from there with the wall clock. Raises `UsageError`."""
        expect_time(timestamp_ms)
        self.offset_ms = timestamp_ms - self._wall()

    def expect_offset(self, offset_ms: object) -> int:
        """The offset, if travel to a valid time can have set it; raises `UsageError`.

        The time that it leads to is not compared with `LATEST_MS`: the wall clock has advanced
        since the travel, and an offset that was valid stays valid.
        """
        most = LATEST_MS - _EARLIEST_WALL_MS
        if type(offset_ms) is not int or not -self._wall() <= offset_ms <= most:
            raise UsageError(
                f"a clock offset of {shown(offset_ms)} ms is outside the years 1970 to 9999"
            )
        return offset_ms

    def slot(self, duration_ms: int, parent: int | None) -> int:
        """The slot of a block made now on a parent with this slot (None: the parent has none)."""
        now = self.now_ms() // duration_ms
        return now if parent is None else max(now, parent + 1)


def expect_time(timestamp_ms: object) -> int:
    """The time, if it is in whole milliseconds of the years 1970 to 9999; raises `UsageError`."""
    if type(timestamp_ms) is not int or not 0 <= timestamp_ms <= LATEST_MS:
        raise UsageError(
            f"{shown(timestamp_ms)} is not a time: expected milliseconds since 1970, "
            f"from 0 to {LATEST_MS} (the year 9999)"
        )
    return timestamp_ms


def shown(value: object) -> str:
    """A value for a message, shortened if it is too long to print."""
    if type(value) is int and abs(value) >= 1 << 128:
        return f"a number of {value.bit_length()} bits"  # Python refuses to print the longest
    text = repr(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


_SHOWN: Final = 40
