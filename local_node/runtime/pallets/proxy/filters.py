"""The calls that a proxy type allows, by the declared filters (`chain_spec.proxy_types`)."""

from __future__ import annotations

from collections.abc import Iterable

from chain_spec.declare import Pallet
from chain_spec.proxy_types import FILTERS, Allow, Below, Entry, Only
from local_node.runtime.frame.origin import CallValue
from local_node.runtime.pallets.proxy.definitions import MOST_PERMISSIVE, Definition


def permits(proxy_type: str, call: CallValue) -> bool:
    """Whether the type's filter allows a call."""
    rule = FILTERS[proxy_type]
    if isinstance(rule, Allow):
        return _matches(rule.calls, call) and not _matches(rule.but, call)
    return not _matches(rule.calls, call)


def is_superset(proxy_type: str, other: str) -> bool:
    """Whether a proxy of the first type has all the rights of the second."""
    if proxy_type in (other, MOST_PERMISSIVE):
        return True
    if proxy_type == "NonTransfer":
        return other not in (MOST_PERMISSIVE, "Transfer", "SmallTransfer")
    return (proxy_type, other) == ("Transfer", "SmallTransfer")


def may_call(entry: Definition, call: CallValue) -> bool:
    """Whether this proxy may make the call; it must not grant more rights than it has."""
    pallet, inner = call
    if pallet == "Proxy":
        name, own_type = inner[0] if isinstance(inner, tuple) else inner, entry["proxy_type"]
        if name in ("add_proxy", "remove_proxy"):
            return is_superset(own_type, inner[1]["proxy_type"]) and permits(own_type, call)
        if name in ("remove_proxies", "kill_pure") and own_type != MOST_PERMISSIVE:
            return False
    return permits(entry["proxy_type"], call)


def _matches(entries: Iterable[Entry], call: CallValue) -> bool:
    return any(_matches_one(entry, call) for entry in entries)


def _matches_one(entry: Entry, call: CallValue) -> bool:
    pallet, inner = call
    if isinstance(entry, Pallet):
        return pallet == entry.name
    name, args = (inner, {}) if isinstance(inner, str) else inner
    if isinstance(entry, Below):
        return _is(entry.call, pallet, name) and args[entry.argument] < entry.limit
    if isinstance(entry, Only):
        if not _is(entry.call, pallet, name):
            return False
        carried, within = args[entry.argument]
        return _is(entry.carried, carried, within if isinstance(within, str) else within[0])
    return _is(entry, pallet, name)


def _is(declared: Entry, pallet: str, name: str) -> bool:
    return not isinstance(declared, (Pallet, Below, Only)) and (
        (declared.pallet_name, declared.name) == (pallet, name)
    )
