"""The calls of EVM.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.calls import TypedCall

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v
    from btsdk.units import Tao


class Withdraw(TypedCall, pallet="EVM", name="withdraw", shape="f995a0c6f83c9432"):
    address: bytes
    value: Tao


class Call(TypedCall, pallet="EVM", name="call", shape="b0bfcf1edca9e373"):
    source: bytes
    target: bytes
    input: i.Text
    value: int
    gas_limit: int
    max_fee_per_gas: int
    max_priority_fee_per_gas: int | None
    nonce: int | None
    access_list: list[tuple[bytes, list[bytes]]]
    authorization_list: list[v.AuthorizationListItem]


class Create(TypedCall, pallet="EVM", name="create", shape="46a878ca49843439"):
    source: bytes
    init: i.Text
    value: int
    gas_limit: int
    max_fee_per_gas: int
    max_priority_fee_per_gas: int | None
    nonce: int | None
    access_list: list[tuple[bytes, list[bytes]]]
    authorization_list: list[v.AuthorizationListItem]


class Create2(TypedCall, pallet="EVM", name="create2", shape="4c60fa890262a409"):
    source: bytes
    init: i.Text
    salt: bytes
    value: int
    gas_limit: int
    max_fee_per_gas: int
    max_priority_fee_per_gas: int | None
    nonce: int | None
    access_list: list[tuple[bytes, list[bytes]]]
    authorization_list: list[v.AuthorizationListItem]


class SetWhitelist(TypedCall, pallet="EVM", name="set_whitelist", shape="f3dc2f3b5ce8d6e3"):
    new: list[bytes]


class DisableWhitelist(TypedCall, pallet="EVM", name="disable_whitelist", shape="f5bb4a0effc35d83"):
    disabled: bool
