"""`Sudo.set_key` and `Sudo.remove_key`, and the check that every call of Sudo begins with."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import sudo
from local_node.runtime.frame import Context, Origin, PostDispatch, ensure, ensure_signed, lookup

FREE = PostDispatch(pays=False)
"""Who holds the key pays for nothing that went through."""


def ensure_sudo(ctx: Context, origin: Origin) -> None:
    """The signer must be the key; `RequireSudo`. Root itself may as well: a call inside a call."""
    if origin.is_root:
        return
    ensure(ensure_signed(origin) == ctx.get(sudo.storage.Key), sudo.errors.RequireSudo)


def set_key(ctx: Context, origin: Origin, new: tuple[str, Any]) -> PostDispatch:
    """Hand the key on."""
    ensure_sudo(ctx, origin)
    account = lookup(new)
    ctx.emit(sudo.events.KeyChanged, ctx.get(sudo.storage.Key), account)
    ctx.set(sudo.storage.Key, account)
    return FREE


def remove_key(ctx: Context, origin: Origin) -> PostDispatch:
    """Do without a key, for ever."""
    ensure_sudo(ctx, origin)
    ctx.emit(sudo.events.KeyRemoved)
    ctx.remove(sudo.storage.Key)
    return FREE
