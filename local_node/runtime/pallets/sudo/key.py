"""`Sudo.set_key` and `Sudo.remove_key`, and the check of every Sudo call."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import sudo
from local_node.runtime.frame import Context, Origin, PostDispatch, ensure, ensure_signed, lookup

FREE = PostDispatch(pays=False)
"""Successful calls of the sudo key pay no fee."""


def ensure_sudo(ctx: Context, origin: Origin) -> None:
    """Require the sudo key, or root from an outer call; fails with `RequireSudo`."""
    if origin.is_root:
        return
    ensure(ensure_signed(origin) == ctx.get(sudo.storage.Key), sudo.errors.RequireSudo)


def set_key(ctx: Context, origin: Origin, new: tuple[str, Any]) -> PostDispatch:
    """Set another key."""
    ensure_sudo(ctx, origin)
    account = lookup(new)
    ctx.emit(sudo.events.KeyChanged, ctx.get(sudo.storage.Key), account)
    ctx.set(sudo.storage.Key, account)
    return FREE


def remove_key(ctx: Context, origin: Origin) -> PostDispatch:
    """Remove the key permanently."""
    ensure_sudo(ctx, origin)
    ctx.emit(sudo.events.KeyRemoved)
    ctx.remove(sudo.storage.Key)
    return FREE
