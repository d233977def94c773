"""The stored proxies of accounts: sorted entries of `Proxies`, without empty lists."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from chain_spec.declare import Event
from chain_spec.pallets import proxy as declared
from chain_spec.types.subtensor import ProxyType
from local_node.runtime.frame import Context, ensure, fail
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.proxy import deposits

Definition = dict[str, Any]
"""`delegate`, `proxy_type` and `delay` (in blocks)."""

MOST_PERMISSIVE = "Any"

TYPE_INDEX = {variant.name: variant.index for variant in ProxyType.variants}


def define(delegate: bytes, proxy_type: str, delay: int) -> Definition:
    """An entry."""
    return {"delegate": delegate, "proxy_type": proxy_type, "delay": delay}


def find(ctx: Context, real: bytes, delegate: bytes, forced_type: str | None) -> Definition:
    """The first entry of `delegate` with the requested type; fails with `NotProxy`."""
    entries, _ = ctx.get(declared.storage.Proxies, real)
    for entry in entries:
        if entry["delegate"] == delegate and forced_type in (None, entry["proxy_type"]):
            found: Definition = entry
            return found
    raise fail(declared.errors.NotProxy)


def add(ctx: Context, delegator: bytes, entry: Definition) -> None:
    """Add `entry` to the proxies of `delegator`, who pays the deposit."""
    ensure(delegator != entry["delegate"], declared.errors.NoSelfProxy)
    entries, held = ctx.get(declared.storage.Proxies, delegator)
    place = _place(entries, entry)
    ensure(entries[place : place + 1] != [entry], declared.errors.Duplicate)
    ensure(len(entries) < ctx.constant(declared.constants.MaxProxies), declared.errors.TooMany)
    entries.insert(place, entry)
    due = deposits.for_proxies(ctx, len(entries))
    deposits.settle(ctx, delegator, held, due)
    ctx.put(declared.storage.Proxies, delegator, (entries, due))
    _emit(ctx, declared.events.ProxyAdded, delegator, entry)


def remove(ctx: Context, delegator: bytes, entry: Definition) -> None:
    """Remove `entry` and the delegate's fee payer, even if the delegate has other entries."""
    entries, held = ctx.get(declared.storage.Proxies, delegator)
    place = _place(entries, entry)
    ensure(entries[place : place + 1] == [entry], declared.errors.NotFound)
    del entries[place]
    due = deposits.for_proxies(ctx, len(entries))
    deposits.settle(ctx, delegator, held, due)
    if entries:
        ctx.put(declared.storage.Proxies, delegator, (entries, due))
    else:
        ctx.remove(declared.storage.Proxies, delegator)
    ctx.remove(declared.storage.RealPaysFee, (delegator, entry["delegate"]))
    _emit(ctx, declared.events.ProxyRemoved, delegator, entry)


def remove_all(ctx: Context, delegator: bytes) -> None:
    """Remove all entries, without an event, and without an error if there are none."""
    _, held = ctx.take(declared.storage.Proxies, delegator)
    currency.unreserve(ctx, delegator, held)
    ctx.clear_prefix(declared.storage.RealPaysFee, delegator)


def _place(entries: list[Definition], entry: Definition) -> int:
    """The index of the entry, or its insertion point."""
    return bisect_left([_order(other) for other in entries], _order(entry))


def _order(entry: Definition) -> tuple[bytes, int, int]:
    """The sort key of an entry: types by index, as on the chain."""
    return (entry["delegate"], TYPE_INDEX[entry["proxy_type"]], entry["delay"])


def _emit(ctx: Context, event: Event, delegator: bytes, entry: Definition) -> None:
    ctx.emit(
        event,
        delegator=delegator,
        delegatee=entry["delegate"],
        proxy_type=entry["proxy_type"],
        delay=entry["delay"],
    )
