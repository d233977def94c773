"""The calls of Contracts.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.calls import TypedCall

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v
    from btsdk.units import Tao


class CallOldWeight(
    TypedCall, pallet="Contracts", name="call_old_weight", shape="d2038061fc4a64ba"
):
    dest: i.Account
    value: Tao
    gas_limit: int
    storage_deposit_limit: Tao | None
    data: i.Text


class InstantiateWithCodeOldWeight(
    TypedCall, pallet="Contracts", name="instantiate_with_code_old_weight", shape="99d3a5ae5d8c0af5"
):
    value: Tao
    gas_limit: int
    storage_deposit_limit: Tao | None
    code: i.Text
    data: i.Text
    salt: i.Text


class InstantiateOldWeight(
    TypedCall, pallet="Contracts", name="instantiate_old_weight", shape="6506ca31123c920f"
):
    value: Tao
    gas_limit: int
    storage_deposit_limit: Tao | None
    code_hash: bytes
    data: i.Text
    salt: i.Text


class UploadCode(TypedCall, pallet="Contracts", name="upload_code", shape="2cf080ccaa0ccbae"):
    code: i.Text
    storage_deposit_limit: Tao | None
    determinism: v.Determinism


class RemoveCode(TypedCall, pallet="Contracts", name="remove_code", shape="0719d1a3638d9f21"):
    code_hash: bytes


class SetCode(TypedCall, pallet="Contracts", name="set_code", shape="4f0d7dc038e0e70e"):
    dest: i.Account
    code_hash: bytes


class Call(TypedCall, pallet="Contracts", name="call", shape="8688efa834d2cccc"):
    dest: i.Account
    value: Tao
    gas_limit: v.Weight
    storage_deposit_limit: Tao | None
    data: i.Text


class InstantiateWithCode(
    TypedCall, pallet="Contracts", name="instantiate_with_code", shape="784d85697de5ab7b"
):
    value: Tao
    gas_limit: v.Weight
    storage_deposit_limit: Tao | None
    code: i.Text
    data: i.Text
    salt: i.Text


class Instantiate(TypedCall, pallet="Contracts", name="instantiate", shape="950c0a6b912bca16"):
    value: Tao
    gas_limit: v.Weight
    storage_deposit_limit: Tao | None
    code_hash: bytes
    data: i.Text
    salt: i.Text


class Migrate(TypedCall, pallet="Contracts", name="migrate", shape="0741301becc6df21"):
    weight_limit: v.Weight
