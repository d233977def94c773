"""`Grandpa.note_stalled`: root declares that finality stalled."""

from __future__ import annotations

from chain_spec.pallets import grandpa
from local_node.runtime.frame import Context, Origin, ensure_root


def note_stalled(
    ctx: Context, origin: Origin, delay: int, best_finalized_block_number: int
) -> None:
    """Force the next change of authorities after `delay` blocks."""
    ensure_root(origin)
    ctx.set(grandpa.storage.Stalled, (delay, best_finalized_block_number))
