"""The time of the next block, by the clock and the state, and the bounds of time.

Milliseconds are a u64 on the chain. A chain whose time comes near the end of that can never make a
block again, so each way in has a bound, with room behind it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from btsdk.errors import UsageError
from btsdk.keys.hashing import twox_128
from local_node.chain.authoring import AuthoringError
from local_node.chain.block import SLOT_BYTES, Header
from local_node.chain.clock import LATEST_MS, Clock
from local_node.chain.host import HostExternalities
from local_node.state.store import State

_U64_MAX: Final = 2**64 - 1

MOST_MS: Final = _U64_MAX - 2**40
"""The latest time of a block. It leaves 34 years for what a runtime adds to a time in a u64."""

NOW_KEY: Final = twox_128(b"Timestamp") + twox_128(b"Now")
SLOT_KEY: Final = twox_128(b"Aura") + twox_128(b"CurrentSlot")


def next_slot(clock: Clock, slot_ms: int, parent: Header, state: State | HostExternalities) -> int:
    """The slot of a block made now on a parent with this state.

    It is later than the parent's and than the last slot and time in the state: a patch may have
    changed those, and the runtime checks a block against them.
    """
    slot = clock.slot(slot_ms, parent.slot)
    last_slot, last_ms = _u64(state.get(SLOT_KEY)), _u64(state.get(NOW_KEY))
    if last_slot is not None:
        slot = max(slot, last_slot + 1)
    if last_ms is not None:
        slot = max(slot, (last_ms + slot_ms // 2) // slot_ms)
    if slot * slot_ms > MOST_MS:
        raise AuthoringError(
            f"the time of the next block, {slot * slot_ms} ms, is beyond {MOST_MS} ms",
            hint="Go back to an earlier block (dev_setHead), or write an earlier Timestamp.Now and "
            "Aura.CurrentSlot (dev_setStorage).",
        )
    return slot


def is_in_time(slot: int, slot_ms: int) -> bool:
    """Whether a block of this slot can be followed by others."""
    return slot * slot_ms <= MOST_MS


def expect_times(changes: Mapping[bytes, bytes | None], slot_ms: int) -> None:
    """Raises `UsageError` if a patch sets the chain's time or slot beyond `LATEST_MS`."""
    for key, unit, name in ((NOW_KEY, 1, "Timestamp.Now"), (SLOT_KEY, slot_ms, "Aura.CurrentSlot")):
        value = _u64(changes.get(key))
        if value is not None and value * unit > LATEST_MS:
            raise UsageError(
                f"{name}: {value} is beyond the year 9999, which ends at {LATEST_MS // unit}"
            )


def _u64(raw: bytes | None) -> int | None:
    """Decode as a runtime does: extra bytes are ignored, None for a value that is cut off."""
    if raw is None or len(raw) < SLOT_BYTES:
        return None
    return int.from_bytes(raw[:SLOT_BYTES], "little")
