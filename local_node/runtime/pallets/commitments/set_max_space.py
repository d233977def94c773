"""`Commitments.set_max_space`: the bytes that a hotkey may commit to a subnet per epoch."""

from __future__ import annotations

from chain_spec.pallets import commitments
from local_node.runtime.frame import Context, Origin, ensure_root


def set_max_space(ctx: Context, origin: Origin, new_limit: int) -> None:
    """Set the limit in bytes; root only."""
    ensure_root(origin)
    ctx.set(commitments.storage.MaxSpace, new_limit)
