"""`AuraApi`: the length of a slot, and who may author."""

from __future__ import annotations

from chain_spec.pallets import aura
from local_node.runtime.frame import Context


def slot_duration(ctx: Context) -> int:
    """In milliseconds: twice the least period between timestamps."""
    return ctx.constant(aura.constants.SlotDuration)


def authorities(ctx: Context) -> list[bytes]:
    """The public keys, in the order of their slots."""
    return ctx.get(aura.storage.Authorities)
