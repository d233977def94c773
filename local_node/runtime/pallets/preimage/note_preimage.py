"""`Preimage.note_preimage` and `Preimage.unnote_preimage`: store bytes, and remove them."""

from __future__ import annotations

from local_node.runtime.frame import Context, Origin, PostDispatch, ensure_signed_or_root
from local_node.runtime.pallets.preimage import store


def note_preimage(ctx: Context, origin: Origin, bytes: bytes) -> PostDispatch:
    """Store bytes for a deposit; free if they are requested or root stores them."""
    who = ensure_signed_or_root(origin)
    requested, _ = store.note(ctx, bytes, who)
    return PostDispatch(pays=False) if requested else PostDispatch()


def unnote_preimage(ctx: Context, origin: Origin, hash: bytes) -> None:
    """Signed by the owner of the bytes, or root."""
    store.unnote(ctx, hash, ensure_signed_or_root(origin))
