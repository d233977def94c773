"""The calls of Multisig.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.calls import TypedCall

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v


class AsMultiThreshold1(
    TypedCall, pallet="Multisig", name="as_multi_threshold_1", shape="6bcfbed7cf3c12f9"
):
    other_signatories: list[i.Account]
    call: TypedCall


class AsMulti(TypedCall, pallet="Multisig", name="as_multi", shape="b880419e617f3f3d"):
    threshold: int
    other_signatories: list[i.Account]
    maybe_timepoint: v.Timepoint | None
    call: TypedCall
    max_weight: v.Weight


class ApproveAsMulti(
    TypedCall, pallet="Multisig", name="approve_as_multi", shape="14a34e8f2437ccd4"
):
    threshold: int
    other_signatories: list[i.Account]
    maybe_timepoint: v.Timepoint | None
    call_hash: bytes
    max_weight: v.Weight


class CancelAsMulti(TypedCall, pallet="Multisig", name="cancel_as_multi", shape="a47b353e1e13276d"):
    threshold: int
    other_signatories: list[i.Account]
    timepoint: v.Timepoint
    call_hash: bytes


class PokeDeposit(TypedCall, pallet="Multisig", name="poke_deposit", shape="3cb222a5754c2071"):
    threshold: int
    other_signatories: list[i.Account]
    call_hash: bytes
