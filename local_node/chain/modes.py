"""When blocks are made: at once, soon after a submission, by the clock, or only when asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Instant:
    """A block as soon as an extrinsic is ready, and with `heartbeat` one every so many seconds
    while somebody calls `Chain.tick`, so that waiting for the next block never hangs."""

    heartbeat: float | None = None


@dataclass(frozen=True)
class Batch:
    """A block so many seconds after an extrinsic began to wait, with all that came meanwhile;
    somebody has to call `Chain.tick`."""

    seconds: float = 0.1


@dataclass(frozen=True)
class Interval:
    """A block every so many seconds, full or empty; somebody has to call `Chain.tick`."""

    seconds: float


@dataclass(frozen=True)
class Manual:
    """A block only when `Chain.author_block` is called."""


Mode = Instant | Batch | Interval | Manual
