"""`Preimage.request_preimage` and `Preimage.unrequest_preimage`: root requests bytes."""

from __future__ import annotations

from local_node.runtime.frame import Context, Origin, ensure_root
from local_node.runtime.pallets.preimage import store


def request_preimage(ctx: Context, origin: Origin, hash: bytes) -> None:
    """Request bytes; any account may then store them free of charge."""
    ensure_root(origin)
    store.request(ctx, hash)


def unrequest_preimage(ctx: Context, origin: Origin, hash: bytes) -> None:
    """Drop one request."""
    ensure_root(origin)
    store.unrequest(ctx, hash)
