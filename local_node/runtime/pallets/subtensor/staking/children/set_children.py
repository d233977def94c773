"""`SubtensorModule.set_children`: a coldkey delegates its hotkey's stake to child hotkeys."""

from __future__ import annotations

from local_node.runtime.frame.context import Context
from local_node.runtime.frame.origin import Origin, ensure_signed
from local_node.runtime.pallets.subtensor.staking.children.relations import schedule_children


def set_children(
    ctx: Context, origin: Origin, hotkey: bytes, netuid: int, children: list[tuple[int, bytes]]
) -> None:
    """``children`` are (proportion of 2^64 - 1, hotkey); they replace the current ones."""
    schedule_children(ctx, ensure_signed(origin), hotkey, netuid, children)
