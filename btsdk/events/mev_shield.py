"""The events of MevShield.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.records import TypedEvent

if TYPE_CHECKING:
    from btsdk.descriptors import values as v


class EncryptedSubmitted(
    TypedEvent, pallet="MevShield", name="EncryptedSubmitted", shape="c1e6717e8f24369a"
):
    id: bytes
    who: str


class ExtrinsicStored(
    TypedEvent, pallet="MevShield", name="ExtrinsicStored", shape="cbd883e42f9b692c"
):
    index: int
    who: str


class ExtrinsicDecodeFailed(
    TypedEvent, pallet="MevShield", name="ExtrinsicDecodeFailed", shape="83958b997766503a"
):
    index: int


class ExtrinsicDispatchFailed(
    TypedEvent, pallet="MevShield", name="ExtrinsicDispatchFailed", shape="091cbf3d27346f3a"
):
    index: int
    error: v.VariantValue


class ExtrinsicDispatched(
    TypedEvent, pallet="MevShield", name="ExtrinsicDispatched", shape="83958b997766503a"
):
    index: int


class ExtrinsicExpired(
    TypedEvent, pallet="MevShield", name="ExtrinsicExpired", shape="83958b997766503a"
):
    index: int


class ExtrinsicPostponed(
    TypedEvent, pallet="MevShield", name="ExtrinsicPostponed", shape="83958b997766503a"
):
    index: int


class MaxPendingExtrinsicsNumberSet(
    TypedEvent, pallet="MevShield", name="MaxPendingExtrinsicsNumberSet", shape="5d0c102a695e54d8"
):
    value: int


class OnInitializeWeightSet(
    TypedEvent, pallet="MevShield", name="OnInitializeWeightSet", shape="1119ca69c9d9d877"
):
    value: int


class ExtrinsicLifetimeSet(
    TypedEvent, pallet="MevShield", name="ExtrinsicLifetimeSet", shape="5d0c102a695e54d8"
):
    value: int


class MaxExtrinsicWeightSet(
    TypedEvent, pallet="MevShield", name="MaxExtrinsicWeightSet", shape="1119ca69c9d9d877"
):
    value: int


class ExtrinsicWeightExceeded(
    TypedEvent, pallet="MevShield", name="ExtrinsicWeightExceeded", shape="83958b997766503a"
):
    index: int
