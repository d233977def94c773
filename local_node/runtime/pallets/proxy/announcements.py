"""Announcements of proxies with a delay, and their removal.

`Proxy.announce`, `Proxy.remove_announcement` (by the proxy), `Proxy.reject_announcement` (by the
account for which it acts).
"""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import proxy as declared
from local_node.runtime.frame import Context, Origin, ensure, ensure_signed, lookup
from local_node.runtime.pallets.proxy import definitions, deposits


def announce(ctx: Context, origin: Origin, real: tuple[str, Any], call_hash: bytes) -> None:
    """Announce a call for `real` by its hash, for a deposit."""
    who = ensure_signed(origin)
    account = lookup(real)
    definitions.find(ctx, account, who, None)
    pending, held = ctx.get(declared.storage.Announcements, who)
    ensure(len(pending) < ctx.constant(declared.constants.MaxPending), declared.errors.TooMany)
    pending.append({"real": account, "call_hash": call_hash, "height": ctx.block_number})
    due = deposits.for_announcements(ctx, len(pending))
    deposits.settle(ctx, who, held, due)
    ctx.put(declared.storage.Announcements, who, (pending, due))
    ctx.emit(declared.events.Announced, real=account, proxy=who, call_hash=call_hash)


def remove_announcement(
    ctx: Context, origin: Origin, real: tuple[str, Any], call_hash: bytes
) -> None:
    """Remove an announcement of the signer."""
    who = ensure_signed(origin)
    retract(ctx, who, lookup(real), call_hash)


def reject_announcement(
    ctx: Context, origin: Origin, delegate: tuple[str, Any], call_hash: bytes
) -> None:
    """Remove a proxy's announcement for the signer; the proxy gets its deposit back."""
    who = ensure_signed(origin)
    retract(ctx, lookup(delegate), who, call_hash)


def retract(
    ctx: Context, delegate: bytes, real: bytes, call_hash: bytes, *, latest: int | None = None
) -> None:
    """Delete all announcements of the call up to block `latest`; fails with `NotFound`."""
    pending, held = ctx.get(declared.storage.Announcements, delegate)
    kept = [
        entry
        for entry in pending
        if (entry["real"], entry["call_hash"]) != (real, call_hash)
        or (latest is not None and entry["height"] > latest)
    ]
    ensure(len(kept) < len(pending), declared.errors.NotFound)
    due = deposits.for_announcements(ctx, len(kept))
    deposits.settle(ctx, delegate, held, due)
    if kept:
        ctx.put(declared.storage.Announcements, delegate, (kept, due))
    else:
        ctx.remove(declared.storage.Announcements, delegate)
