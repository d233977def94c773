"""Which commitments have a locked field: an ordered set, looked through at the start of a block."""

from __future__ import annotations

from chain_spec.pallets import commitments
from local_node.runtime.frame import Context

Key = tuple[int, bytes]
"""Subnet and account."""


def add(ctx: Context, key: Key) -> None:
    """The commitment has a locked field."""
    index = ctx.get(commitments.storage.TimelockedIndex)
    if key not in index:
        ctx.set(commitments.storage.TimelockedIndex, sorted([*index, key]))


def discard(ctx: Context, key: Key) -> None:
    """The commitment has none; the set is written even where nothing changes, as on the chain."""
    index = ctx.get(commitments.storage.TimelockedIndex)
    ctx.set(commitments.storage.TimelockedIndex, [entry for entry in index if entry != key])
