"""The timestamp inherent: the call from the author's clock, and its check in a received block."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import timestamp
from local_node.runtime.frame import Context, panic
from local_node.runtime.frame.origin import CallValue

IDENTIFIER = b"timstap0"

MAX_DRIFT = 30_000
"""How far a block's time may be ahead of the checking node's clock, in milliseconds."""

_TOO_EARLY = b"\x00"
_TOO_FAR_IN_FUTURE = b"\x01"


def create(ctx: Context, data: bytes | None) -> CallValue:
    """The call for the block: the clock's time, or the earliest valid time if that is later."""
    now = max(_clock(data), _earliest(ctx))
    return ("Timestamp", ("set", {"now": now}))


def check(ctx: Context, args: dict[str, Any], data: bytes | None) -> bytes | None:
    """The error for a time that is too early or too far ahead."""
    now: int = args["now"]
    if now > _clock(data) + MAX_DRIFT:
        return _TOO_FAR_IN_FUTURE
    return _TOO_EARLY if now < _earliest(ctx) else None


def _clock(data: bytes | None) -> int:
    if data is None or len(data) != 8:
        panic("Timestamp inherent data must be provided")
    return int.from_bytes(data, "little")


def _earliest(ctx: Context) -> int:
    return ctx.get(timestamp.storage.Now) + ctx.constant(timestamp.constants.MinimumPeriod)
