"""The events of System.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.records import TypedEvent

if TYPE_CHECKING:
    from btsdk.descriptors import values as v


class ExtrinsicSuccess(
    TypedEvent, pallet="System", name="ExtrinsicSuccess", shape="73d75ca84296a20d"
):
    dispatch_info: v.DispatchEventInfo


class ExtrinsicFailed(
    TypedEvent, pallet="System", name="ExtrinsicFailed", shape="096ae687ec8c1499"
):
    dispatch_error: v.VariantValue
    dispatch_info: v.DispatchEventInfo


class CodeUpdated(TypedEvent, pallet="System", name="CodeUpdated", shape="e4a6a0577479b2b4"):
    pass


class NewAccount(TypedEvent, pallet="System", name="NewAccount", shape="7f6277c3adbfec5f"):
    account: str


class KilledAccount(TypedEvent, pallet="System", name="KilledAccount", shape="7f6277c3adbfec5f"):
    account: str


class Remarked(TypedEvent, pallet="System", name="Remarked", shape="7f470b3a74d6a65e"):
    sender: str
    hash: bytes


class UpgradeAuthorized(
    TypedEvent, pallet="System", name="UpgradeAuthorized", shape="ba925d86c1014ba7"
):
    code_hash: bytes
    check_version: bool


class RejectedInvalidAuthorizedUpgrade(
    TypedEvent, pallet="System", name="RejectedInvalidAuthorizedUpgrade", shape="df369d84bd515ea8"
):
    code_hash: bytes
    error: v.VariantValue
