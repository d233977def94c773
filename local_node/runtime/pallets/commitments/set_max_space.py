"""`Commitments.set_max_space`: how much a hotkey may commit to a subnet in one epoch."""

from __future__ import annotations

from chain_spec.pallets import commitments
from local_node.runtime.frame import Context, Origin, ensure_root


def set_max_space(ctx: Context, origin: Origin, new_limit: int) -> None:
    """In bytes; root decides."""
    ensure_root(origin)
    ctx.set(commitments.storage.MaxSpace, new_limit)
