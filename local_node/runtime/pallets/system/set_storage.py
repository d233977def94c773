"""`System.set_storage`: root writes raw keys."""

from __future__ import annotations

from local_node.runtime.frame import Context, Origin, ensure_root


def set_storage(ctx: Context, origin: Origin, items: list[tuple[bytes, bytes]]) -> None:
    """Write the items; keys and values are not checked."""
    ensure_root(origin)
    for key, value in items:
        ctx.ext.set(key, value)
