"""`ProxyFilterRuntimeApi`: the proxy types and their filters."""

from __future__ import annotations

from typing import Any

from chain_spec.declare import Pallet
from chain_spec.proxy_types import ALL, DEPRECATED, FILTERS, NOTHING, Allow, Below, Entry, Only
from local_node.runtime.frame import Context
from local_node.runtime.pallets.proxy.definitions import TYPE_INDEX


def get_proxy_types(ctx: Context) -> list[dict[str, Any]]:
    """All types, in the order of their indices."""
    return [
        {"name": name.encode(), "index": index, "deprecated": name in DEPRECATED}
        for name, index in TYPE_INDEX.items()
    ]


def get_proxy_filter(ctx: Context, proxy_type: int | None) -> list[dict[str, Any]]:
    """The filter of one type (none for an unknown index), or of all types."""
    return [
        _filter(name, rule)
        for name, rule in FILTERS.items()
        if proxy_type in (None, TYPE_INDEX[name])
    ]


def _filter(name: str, rule: Any) -> dict[str, Any]:
    return {
        "proxy_type": TYPE_INDEX[name],
        "name": name.encode(),
        "deprecated": name in DEPRECATED,
        "filter_mode": _mode(rule),
        "calls": [_call(entry) for entry in rule.calls],
        "exceptions": [_call(entry) for entry in (rule.but if isinstance(rule, Allow) else ())],
    }


def _mode(rule: Any) -> str:
    if rule == ALL:
        return "AllowAll"
    if rule == NOTHING:
        return "DenyAll"
    return "Allow" if isinstance(rule, Allow) else "Deny"


def _call(entry: Entry) -> dict[str, Any]:
    """A call in a filter; an entry for a whole pallet has no call name and index."""
    if isinstance(entry, Pallet):
        return _info(entry.name, entry.index, None, None, None)
    call = entry.call if isinstance(entry, (Below, Only)) else entry
    return _info(
        call.pallet_name, call.pallet_index, call.name.encode(), call.index, _condition(entry)
    )


def _info(
    pallet: str, pallet_index: int, name: bytes | None, index: int | None, condition: Any
) -> dict[str, Any]:
    return {
        "pallet_name": pallet.encode(),
        "pallet_index": pallet_index,
        "call_name": name,
        "call_index": index,
        "condition": condition,
    }


def _condition(entry: Entry) -> tuple[str, dict[str, Any]] | None:
    if isinstance(entry, Below):
        limit = {"param_name": entry.argument.encode(), "limit": entry.limit}
        return ("ParamLessThan", limit)
    if isinstance(entry, Only):
        carried = entry.carried
        names = {"pallet_name": carried.pallet_name.encode(), "call_name": carried.name.encode()}
        return ("NestedCallMustBe", names)
    return None
