"""`System.kill_storage` and `System.kill_prefix`: root deletes raw keys."""

from __future__ import annotations

from local_node.runtime.frame import Context, Origin, ensure_root


def kill_storage(ctx: Context, origin: Origin, keys: list[bytes]) -> None:
    """Delete the keys given."""
    ensure_root(origin)
    for key in keys:
        ctx.ext.delete(key)


def kill_prefix(ctx: Context, origin: Origin, prefix: bytes, subkeys: int) -> None:
    """Delete at most `subkeys` keys that begin with `prefix`."""
    ensure_root(origin)
    ctx.ext.clear_prefix(prefix, subkeys)
