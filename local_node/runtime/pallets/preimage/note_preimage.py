"""`Preimage.note_preimage` and `Preimage.unnote_preimage`: store bytes, and take them back."""

from __future__ import annotations

from local_node.runtime.frame import Context, Origin, PostDispatch, ensure_signed_or_root
from local_node.runtime.pallets.preimage import store


def note_preimage(ctx: Context, origin: Origin, bytes: bytes) -> PostDispatch:
    """Takes a deposit, unless the bytes are requested or root stores them: then it is free."""
    who = ensure_signed_or_root(origin)
    requested, _ = store.note(ctx, bytes, who)
    return PostDispatch(pays=False) if requested else PostDispatch()


def unnote_preimage(ctx: Context, origin: Origin, hash: bytes) -> None:
    """By whoever stored them, or root."""
    store.unnote(ctx, hash, ensure_signed_or_root(origin))
