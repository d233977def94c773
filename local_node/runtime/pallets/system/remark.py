"""`System.remark` and `System.remark_with_event`: data on the chain without effect."""

from __future__ import annotations

from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import system
from local_node.runtime.frame import Context, Origin, ensure_signed


def remark(ctx: Context, origin: Origin, remark: bytes) -> None:
    """Any origin; the data is only in the extrinsic."""


def remark_with_event(ctx: Context, origin: Origin, remark: bytes) -> None:
    """A signed remark, with its blake2-256 hash in an event."""
    sender = ensure_signed(origin)
    ctx.emit(system.events.Remarked, sender, blake2_256(remark))
