"""Expectations of `runtime/tests/pallet_proxy.rs`, and rules that hold for all types."""

from __future__ import annotations

from typing import Any

import pytest

from chain_spec.proxy_types import DEPRECATED, FILTERS
from chain_spec.types.subtensor import ProxyType
from local_node.runtime.pallets.proxy.filters import is_superset, permits
from tests.unit.local_node.runtime.pallets.acting import REMARK, transfer
from tests.unit.local_node.runtime.support import TAO

TYPES = [variant.name for variant in ProxyType.variants]


ADD_STAKE = ("SubtensorModule", ("add_stake", {}))


OWNER_UTIL = ("AdminUtils", ("sudo_set_kappa", {}))


OWNER_HOTKEY = ("AdminUtils", ("sudo_set_sn_owner_hotkey", {}))


SET_IDENTITY = ("SubtensorModule", ("set_subnet_identity", {}))


ROOT_REGISTER = ("SubtensorModule", ("root_register", {}))


REGISTER = ("SubtensorModule", ("register", {}))


SUDO = ("Sudo", ("sudo", {"call": REMARK}))


SET_CODE = ("System", ("set_code", {"code": b""}))


def unchecked(inner: Any) -> Any:
    return ("Sudo", ("sudo_unchecked_weight", {"call": inner, "weight": {}}))


def transfer_stake(amount: int) -> Any:
    return ("SubtensorModule", ("transfer_stake", {"alpha_amount": amount}))


@pytest.mark.parametrize(
    ("proxy_type", "allowed", "denied"),
    [
        ("Any", [transfer(1), REMARK, ADD_STAKE], []),
        ("NonTransfer", [REMARK, ADD_STAKE], [transfer(1), transfer_stake(1)]),
        ("NonFungible", [REMARK], [transfer(1), ADD_STAKE]),
        ("Transfer", [transfer(TAO), transfer_stake(TAO)], [REMARK, ADD_STAKE]),
        (
            "SmallTransfer",
            [transfer(499_999_999), transfer_stake(499_999_999)],
            [transfer(500_000_000), transfer_stake(500_000_000), REMARK],
        ),
        ("Owner", [OWNER_UTIL, SET_IDENTITY], [OWNER_HOTKEY, REMARK]),
        ("NonCritical", [REMARK, transfer(1)], [ROOT_REGISTER, SUDO, ("Sudo", "remove_key")]),
        ("Staking", [ADD_STAKE], [transfer(1), REMARK]),
        ("Registration", [REGISTER], [REMARK]),
        ("SudoUncheckedSetCode", [unchecked(SET_CODE)], [unchecked(REMARK), SET_CODE, SUDO]),
        ("SubnetLeaseBeneficiary", [OWNER_UTIL], [OWNER_HOTKEY, ADD_STAKE]),
        ("RootClaim", [("SubtensorModule", ("claim_root", {}))], [ADD_STAKE]),
    ],
)
def test_what_a_type_may_do(proxy_type: str, allowed: list[Any], denied: list[Any]):
    for call in allowed:
        assert permits(proxy_type, call), call
    for call in denied:
        assert not permits(proxy_type, call), call


@pytest.mark.parametrize("proxy_type", sorted(DEPRECATED))
def test_deprecated_types_may_do_nothing(proxy_type: str):
    assert not any(permits(proxy_type, call) for call in (REMARK, transfer(1), ADD_STAKE))


def test_every_type_has_a_filter():
    assert set(FILTERS) == set(TYPES)


def test_which_type_has_more_rights():
    for one in TYPES:
        assert is_superset(one, one)
        assert is_superset("Any", one)
        assert is_superset(one, "Any") == (one == "Any")
    more = {
        (one, other)
        for one in TYPES
        for other in TYPES
        if one not in ("Any", other) and is_superset(one, other)
    }
    not_of_non_transfer = {"Any", "NonTransfer", "Transfer", "SmallTransfer"}
    expected = {("NonTransfer", other) for other in set(TYPES) - not_of_non_transfer}
    assert more == expected | {("Transfer", "SmallTransfer")}
