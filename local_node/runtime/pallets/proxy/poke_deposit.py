"""`Proxy.poke_deposit`: adjust deposits to the current rates."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chain_spec.declare import Map
from chain_spec.pallets import proxy as declared
from local_node.runtime.frame import Context, Origin, PostDispatch, ensure_signed
from local_node.runtime.pallets.proxy import deposits


def poke_deposit(ctx: Context, origin: Origin) -> PostDispatch:
    """Free if a deposit changed."""
    who = ensure_signed(origin)
    storage = declared.storage
    changed = [
        _poke(ctx, who, storage.Proxies, "Proxies", deposits.for_proxies),
        _poke(ctx, who, storage.Announcements, "Announcements", deposits.for_announcements),
    ]
    return PostDispatch(pays=not any(changed))


def _poke(
    ctx: Context,
    who: bytes,
    item: Map[bytes, Any],
    kind: str,
    deposit: Callable[[Context, int], int],
) -> bool:
    """Adjust the deposit of one list, and remove an empty one; return whether it changed."""
    entries, held = ctx.get(item, who)
    due = deposit(ctx, len(entries))
    deposits.settle(ctx, who, held, due)
    if entries:
        ctx.put(item, who, (entries, due))
    else:
        ctx.remove(item, who)
    if due == held:
        return False
    ctx.emit(declared.events.DepositPoked, who=who, kind=kind, old_deposit=held, new_deposit=due)
    return True
