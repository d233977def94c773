"""When the next block is due, by the mode and the time of the last one."""

from __future__ import annotations

from local_node.chain.clock import Clock
from local_node.chain.modes import Batch, Instant, Interval, Mode

_PROPOSAL_PERCENT = 66
"""The share of an interval that the author may spend on extrinsics: two thirds, as in Aura."""


class Schedule:
    """The due times of blocks that are made without a request."""

    def __init__(self, mode: Mode, clock: Clock) -> None:
        self._clock = clock
        self._last_ms = clock.wall_ms()
        self._waiting_since: int | None = None
        self.mode = mode

    def block_made(self) -> None:
        self._last_ms = self._clock.wall_ms()
        self._waiting_since = None

    def extrinsic_waits(self) -> bool:
        """Record that the pool has a candidate for a block; returns whether it had none before."""
        if self._waiting_since is not None:
            return False
        self._waiting_since = self._clock.wall_ms()
        return True

    def due_in_ms(self) -> int | None:
        """Milliseconds until a block is due, 0 if it is due now, None if none is scheduled.

        Intervals are aligned with the clock, so that blocks fall on the starts of their slots; the
        heartbeat counts from the last block.
        """
        now = self._clock.wall_ms()
        if isinstance(self.mode, Interval):
            period = max(1, round(self.mode.seconds * 1000))
            is_due = now // period > self._last_ms // period
            return 0 if is_due else period - now % period
        if isinstance(self.mode, Batch):
            since = self._waiting_since
            return None if since is None else max(0, since + round(self.mode.seconds * 1000) - now)
        if isinstance(self.mode, Instant) and self.mode.heartbeat is not None:
            return max(0, self._last_ms + round(self.mode.heartbeat * 1000) - now)
        return None

    def deadline_ms(self) -> int | None:
        """The wall-clock time until which a block made now may take in extrinsics."""
        if not isinstance(self.mode, Interval):
            return None
        spend = round(self.mode.seconds * 1000) * _PROPOSAL_PERCENT // 100
        return self._clock.wall_ms() + spend
