"""The calls of Balances.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.calls import TypedCall

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v
    from btsdk.units import Tao


class TransferAllowDeath(
    TypedCall, pallet="Balances", name="transfer_allow_death", shape="a205e3df0b3d7f14"
):
    dest: i.Account
    value: Tao


class ForceTransfer(TypedCall, pallet="Balances", name="force_transfer", shape="ba734b5ac1ca0d3a"):
    source: i.Account
    dest: i.Account
    value: Tao


class TransferKeepAlive(
    TypedCall, pallet="Balances", name="transfer_keep_alive", shape="a205e3df0b3d7f14"
):
    dest: i.Account
    value: Tao


class TransferAll(TypedCall, pallet="Balances", name="transfer_all", shape="353c1d51ff216fc6"):
    dest: i.Account
    keep_alive: bool


class ForceUnreserve(
    TypedCall, pallet="Balances", name="force_unreserve", shape="32064abce6707379"
):
    who: i.Account
    amount: Tao


class UpgradeAccounts(
    TypedCall, pallet="Balances", name="upgrade_accounts", shape="86b1408a4c683c00"
):
    who: list[i.Account]


class ForceSetBalance(
    TypedCall, pallet="Balances", name="force_set_balance", shape="3eb68a11bf91620d"
):
    who: i.Account
    new_free: Tao


class ForceAdjustTotalIssuance(
    TypedCall, pallet="Balances", name="force_adjust_total_issuance", shape="8da43381721510b0"
):
    direction: v.AdjustmentDirection
    delta: Tao


class Burn(TypedCall, pallet="Balances", name="burn", shape="e76796573d89f9f5"):
    value: Tao
    keep_alive: bool
