"""The slot of the block, read from the digest and checked against the timestamp."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import aura, system
from local_node.runtime.frame import Context, Weight, panic
from local_node.runtime.frame.weight import db

ENGINE = b"aura"


def slot_from_digest(ctx: Context) -> int | None:
    """The slot in the block's pre-runtime digest."""
    return ctx.derived(system.storage.Digest, _claimed_slot)


def _claimed_slot(digest: dict[str, Any]) -> int | None:
    for item in digest["logs"]:
        if isinstance(item, tuple) and item[0] == "PreRuntime":
            engine, data = item[1]
            if engine == ENGINE and len(data) == 8:
                return int.from_bytes(data, "little")
    return None


def author(ctx: Context) -> bytes | None:
    """The account of the slot's authority (its public key), or None."""
    slot = slot_from_digest(ctx)
    authorities = ctx.derived(aura.storage.Authorities, tuple)
    if slot is None or not authorities:
        return None
    return authorities[slot % len(authorities)]


def on_initialize(ctx: Context) -> Weight:
    """Store the block's slot, which must be later than the last one."""
    slot = slot_from_digest(ctx)
    if slot is None:
        return db(reads=1)
    if slot <= ctx.get(aura.storage.CurrentSlot):
        panic("Slot must increase")
    ctx.set(aura.storage.CurrentSlot, slot)
    return db(reads=2, writes=1)


def on_timestamp_set(ctx: Context, moment: int) -> None:
    """Panic if the timestamp is not in the block's slot."""
    duration = ctx.constant(aura.constants.SlotDuration)
    if moment // duration != ctx.get(aura.storage.CurrentSlot):
        panic("Timestamp slot must match `CurrentSlot`")
