"""Who may act for whom: the entries of `Proxies`, sorted, and without one where there are none."""

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
    """The first entry of `delegate`, of the type that is asked for; `NotProxy`."""
    entries, _ = ctx.get(declared.storage.Proxies, real)
    for entry in entries:
        if entry["delegate"] == delegate and forced_type in (None, entry["proxy_type"]):
            found: Definition = entry
            return found
    raise fail(declared.errors.NotProxy)


def add(ctx: Context, delegator: bytes, entry: Definition) -> None:
    """Let `entry` act for `delegator`, who pays the deposit."""
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
    """Take `entry` away; with it goes who pays its fees, even if the delegate has other entries."""
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
    """Take all entries away; without an event, and no matter whether there were any."""
    _, held = ctx.take(declared.storage.Proxies, delegator)
    currency.unreserve(ctx, delegator, held)
    ctx.clear_prefix(declared.storage.RealPaysFee, delegator)


def _place(entries: list[Definition], entry: Definition) -> int:
    """Where the entry stands, or where it belongs."""
    return bisect_left([_order(other) for other in entries], _order(entry))


def _order(entry: Definition) -> tuple[bytes, int, int]:
    """Types in the order of their indices, as the chain compares them."""
    return (entry["delegate"], TYPE_INDEX[entry["proxy_type"]], entry["delay"])


def _emit(ctx: Context, event: Event, delegator: bytes, entry: Definition) -> None:
    ctx.emit(
        event,
        delegator=delegator,
        delegatee=entry["delegate"],
        proxy_type=entry["proxy_type"],
        delay=entry["delay"],
    )
