"""The calls of System.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.calls import TypedCall

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i


class Remark(TypedCall, pallet="System", name="remark", shape="283ca012a0fef1d4"):
    remark: i.Text


class SetHeapPages(TypedCall, pallet="System", name="set_heap_pages", shape="121c4b3c41773de9"):
    pages: int


class SetCode(TypedCall, pallet="System", name="set_code", shape="01f5a75cab84a8df"):
    code: i.Text


class SetCodeWithoutChecks(
    TypedCall, pallet="System", name="set_code_without_checks", shape="01f5a75cab84a8df"
):
    code: i.Text


class SetStorage(TypedCall, pallet="System", name="set_storage", shape="b2ecc6f25ce2f926"):
    items: list[tuple[i.Text, i.Text]]


class KillStorage(TypedCall, pallet="System", name="kill_storage", shape="3efc9b8768d3e5fe"):
    keys: list[i.Text]


class KillPrefix(TypedCall, pallet="System", name="kill_prefix", shape="dbd83dcd1106ab78"):
    prefix: i.Text
    subkeys: int


class RemarkWithEvent(
    TypedCall, pallet="System", name="remark_with_event", shape="283ca012a0fef1d4"
):
    remark: i.Text


class AuthorizeUpgrade(
    TypedCall, pallet="System", name="authorize_upgrade", shape="0719d1a3638d9f21"
):
    code_hash: bytes


class AuthorizeUpgradeWithoutChecks(
    TypedCall, pallet="System", name="authorize_upgrade_without_checks", shape="0719d1a3638d9f21"
):
    code_hash: bytes


class ApplyAuthorizedUpgrade(
    TypedCall, pallet="System", name="apply_authorized_upgrade", shape="01f5a75cab84a8df"
):
    code: i.Text
