"""The calls of SafeMode.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.calls import TypedCall

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i


class Enter(TypedCall, pallet="SafeMode", name="enter", shape="e4a6a0577479b2b4"):
    pass


class ForceEnter(TypedCall, pallet="SafeMode", name="force_enter", shape="e4a6a0577479b2b4"):
    pass


class Extend(TypedCall, pallet="SafeMode", name="extend", shape="e4a6a0577479b2b4"):
    pass


class ForceExtend(TypedCall, pallet="SafeMode", name="force_extend", shape="e4a6a0577479b2b4"):
    pass


class ForceExit(TypedCall, pallet="SafeMode", name="force_exit", shape="e4a6a0577479b2b4"):
    pass


class ForceSlashDeposit(
    TypedCall, pallet="SafeMode", name="force_slash_deposit", shape="6aef4c37a0039994"
):
    account: i.Account
    block: int


class ReleaseDeposit(
    TypedCall, pallet="SafeMode", name="release_deposit", shape="6aef4c37a0039994"
):
    account: i.Account
    block: int


class ForceReleaseDeposit(
    TypedCall, pallet="SafeMode", name="force_release_deposit", shape="6aef4c37a0039994"
):
    account: i.Account
    block: int
