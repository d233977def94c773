from __future__ import annotations

from chain_spec.proxy_types import DEPRECATED
from tests.unit.local_node.runtime.support import Node


def test_types_as_clients_see_them():
    types = Node().call("ProxyFilterRuntimeApi_get_proxy_types")
    assert [entry["index"] for entry in types] == list(range(18))
    assert types[0] == {"name": b"Any", "index": 0, "deprecated": False}
    assert {entry["name"].decode() for entry in types if entry["deprecated"]} == DEPRECATED


def test_filters_as_clients_see_them():
    node = Node()
    filters = node.call("ProxyFilterRuntimeApi_get_proxy_filter", None)
    assert len(filters) == 18
    by_name = {entry["name"].decode(): entry for entry in filters}
    modes = {name: entry["filter_mode"] for name, entry in by_name.items()}
    assert modes["Any"] == "AllowAll"
    assert {name for name, mode in modes.items() if mode == "DenyAll"} == DEPRECATED
    assert (modes["NonTransfer"], modes["Owner"]) == ("Deny", "Allow")
    assert by_name["NonTransfer"]["calls"][0] == {
        "pallet_name": b"Balances",
        "pallet_index": 5,
        "call_name": None,
        "call_index": None,
        "condition": None,
    }
    assert [entry["call_name"] for entry in by_name["Owner"]["exceptions"]] == [
        b"sudo_set_sn_owner_hotkey",
        b"sudo_set_subnet_owner_hotkey",
    ]
    alpha = by_name["SmallTransfer"]["calls"][2]
    assert (alpha["call_name"], alpha["call_index"]) == (b"transfer_stake", 86)
    assert alpha["condition"] == (
        "ParamLessThan",
        {"param_name": b"alpha_amount", "limit": 500_000_000},
    )
    (nested,) = by_name["SudoUncheckedSetCode"]["calls"]
    assert nested["condition"] == (
        "NestedCallMustBe",
        {"pallet_name": b"System", "call_name": b"set_code"},
    )


def test_one_filter_is_asked_for_by_index():
    node = Node()
    (staking,) = node.call("ProxyFilterRuntimeApi_get_proxy_filter", 8)
    assert (staking["name"], staking["filter_mode"]) == (b"Staking", "Allow")
    assert node.call("ProxyFilterRuntimeApi_get_proxy_filter", 18) == []
