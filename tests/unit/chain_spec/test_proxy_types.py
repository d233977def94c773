"""The filters of proxy types equal the referee's table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from chain_spec.declare import Call, Pallet
from chain_spec.proxy_types import ALL, DEPRECATED, FILTERS, NOTHING, Below, Deny, Only
from chain_spec.types.subtensor import ProxyType


def shown(entry: Any) -> Any:
    if isinstance(entry, Pallet):
        return f"{entry.name}.*"
    if isinstance(entry, Below):
        return {"call": entry.call.full_name, "param_less_than": [entry.argument, entry.limit]}
    if isinstance(entry, Only):
        return {"call": entry.call.full_name, "nested": [entry.argument, entry.carried.full_name]}
    assert isinstance(entry, Call)
    return entry.full_name


def as_table(kind: Any) -> dict[str, Any]:
    if kind == ALL:
        return {"mode": "allow_all"}
    if kind == NOTHING:
        return {"mode": "deny_all"}
    calls = [shown(entry) for entry in kind.calls]
    if isinstance(kind, Deny):
        return {"mode": "deny", "calls": calls}
    exceptions = {"except": [shown(entry) for entry in kind.but]} if kind.but else {}
    return {"mode": "allow", "calls": calls, **exceptions}


def test_filters_are_subtensors(shared_data: Path) -> None:
    table = json.loads((shared_data / "interface-425.json").read_text())["proxy_filters"]
    assert {name: as_table(kind) for name, kind in FILTERS.items()} == table


def test_every_proxy_type_has_a_filter() -> None:
    assert set(FILTERS) == {case.name for case in ProxyType.variants}
    assert all(FILTERS[name] == NOTHING for name in DEPRECATED)
