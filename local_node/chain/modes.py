"""Modes of block production: instant, in batches, at intervals, or manual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.frozen import Frozen

if TYPE_CHECKING:
    from chain_spec.chains import ChainSpec


class Instant(Frozen):
    """A block as soon as an extrinsic is ready; with `heartbeat` also one every so many seconds
    while `Chain.tick` is called, so that waiting for the next block never hangs."""

    heartbeat: float | None = None


class Batch(Frozen):
    """A block so many seconds after the first extrinsic of a batch began to wait; needs calls of
    `Chain.tick`."""

    seconds: float = 0.1


class Interval(Frozen):
    """A block every so many seconds, full or empty; needs calls of `Chain.tick`."""

    seconds: float


class Manual(Frozen):
    """A block only when `Chain.author_block` is called."""


Mode = Instant | Batch | Interval | Manual


def mode_of(spec: ChainSpec, *, heartbeat: bool) -> Mode:
    """The mode of a chain with this spec; a heartbeat is for chains with clients that watch
    blocks."""
    if spec.blocks.mode == "timed":
        return Interval(spec.slot_duration / 1000)
    return Instant(heartbeat=spec.blocks.heartbeat if heartbeat else None)
