"""Storage that cannot be decoded."""

from __future__ import annotations

WHO = bytes(range(32))


def corrupt(ctx, item, key=()):
    """Write what no value begins with."""
    ctx.ext.set(ctx.schema.storage(item).key(key), b"\xff")
