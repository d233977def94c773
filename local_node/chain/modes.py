"""When blocks are made: at once, soon after a submission, by the clock, or only when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.frozen import Frozen

if TYPE_CHECKING:
    from chain_spec.chains import ChainSpec


class Instant(Frozen):
    """A block as soon as an extrinsic is ready, and with `heartbeat` one every so many seconds
    while somebody calls `Chain.tick`, so that waiting for the next block never hangs."""

    heartbeat: float | None = None


class Batch(Frozen):
    """A block so many seconds after an extrinsic began to wait, with all that came meanwhile;
    somebody has to call `Chain.tick`."""

    seconds: float = 0.1


class Interval(Frozen):
    """A block every so many seconds, full or empty; somebody has to call `Chain.tick`."""

    seconds: float


class Manual(Frozen):
    """A block only when `Chain.author_block` is called."""


Mode = Instant | Batch | Interval | Manual


def mode_of(spec: ChainSpec, *, heartbeat: bool) -> Mode:
    """When a chain of this spec makes blocks; a heartbeat is for those that other people watch."""
    if spec.blocks.mode == "timed":
        return Interval(spec.slot_duration / 1000)
    return Instant(heartbeat=spec.blocks.heartbeat if heartbeat else None)
