"""The index of commitments with a locked field: an ordered set, read at the start of a block."""

from __future__ import annotations

from chain_spec.pallets import commitments
from local_node.runtime.frame import Context

Key = tuple[int, bytes]
"""Subnet and account."""


def add(ctx: Context, key: Key) -> None:
    """Add a commitment."""
    index = ctx.get(commitments.storage.TimelockedIndex)
    if key not in index:
        ctx.set(commitments.storage.TimelockedIndex, sorted([*index, key]))


def discard(ctx: Context, key: Key) -> None:
    """Remove a commitment; as on the chain, the set is written even if it does not change."""
    index = ctx.get(commitments.storage.TimelockedIndex)
    ctx.set(commitments.storage.TimelockedIndex, [entry for entry in index if entry != key])
