"""`AuraApi`: the slot duration and the authorities."""

from __future__ import annotations

from chain_spec.pallets import aura
from local_node.runtime.frame import Context


def slot_duration(ctx: Context) -> int:
    """The slot duration in milliseconds: twice the minimum period between timestamps."""
    return ctx.constant(aura.constants.SlotDuration)


def authorities(ctx: Context) -> list[bytes]:
    """The authorities' public keys, in slot order."""
    return ctx.get(aura.storage.Authorities)
