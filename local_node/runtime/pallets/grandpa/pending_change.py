"""A scheduled change of authorities: announced in the digest, enacted after its delay.

Only root schedules one, with `AdminUtils.schedule_grandpa_change`.
"""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import grandpa
from local_node.runtime.frame import Context, ensure
from local_node.runtime.pallets.system.block import deposit_log

ENGINE = b"FRNK"

Authorities = list[tuple[bytes, int]]

_SCHEDULED_CHANGE = 1
_FORCED_CHANGE = 2
_BLOCK_NUMBERS = 1 << 32
"""Sums of block numbers wrap, as in a compiled runtime."""


def schedule_change(
    ctx: Context, next_authorities: Authorities, in_blocks: int, forced: int | None
) -> None:
    """Enact `next_authorities` after `in_blocks`; fails with `ChangePending` or `TooSoon`.

    `forced` is the median of the last finalized block, for a change that does not wait for
    finality.
    """
    ensure(ctx.get(grandpa.storage.PendingChange) is None, grandpa.errors.ChangePending)
    now = ctx.block_number
    if forced is not None:
        next_forced = ctx.get(grandpa.storage.NextForced)
        ensure(next_forced is None or next_forced <= now, grandpa.errors.TooSoon)
        ctx.set(grandpa.storage.NextForced, (now + 2 * in_blocks) % _BLOCK_NUMBERS)
    ctx.set(
        grandpa.storage.PendingChange,
        {
            "scheduled_at": now,
            "delay": in_blocks,
            "next_authorities": next_authorities,
            "forced": forced,
        },
    )


def on_finalize(ctx: Context) -> None:
    """Announce a change in the block that scheduled it; enact it after its delay."""
    change = ctx.get(grandpa.storage.PendingChange)
    if change is None:
        return
    now = ctx.block_number
    if now == change["scheduled_at"]:
        deposit_log(ctx, ("Consensus", (ENGINE, _announcement(ctx, change))))
    if now == (change["scheduled_at"] + change["delay"]) % _BLOCK_NUMBERS:
        ctx.set(grandpa.storage.Authorities, change["next_authorities"])
        ctx.emit(grandpa.events.NewAuthorities, change["next_authorities"])
        ctx.remove(grandpa.storage.PendingChange)


def _announcement(ctx: Context, change: dict[str, Any]) -> bytes:
    """The SCALE of the consensus log: the change, after the median for a forced one."""
    encode = ctx.schema.storage(grandpa.storage.Authorities).encode
    delay: int = change["delay"]
    scheduled: bytes = encode(change["next_authorities"]) + delay.to_bytes(4, "little")
    forced: int | None = change["forced"]
    if forced is None:
        return bytes([_SCHEDULED_CHANGE]) + scheduled
    return bytes([_FORCED_CHANGE]) + forced.to_bytes(4, "little") + scheduled
