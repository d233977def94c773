"""The events of Utility.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.records import TypedEvent

if TYPE_CHECKING:
    from btsdk.descriptors import values as v


class BatchInterrupted(
    TypedEvent, pallet="Utility", name="BatchInterrupted", shape="091cbf3d27346f3a"
):
    index: int
    error: v.VariantValue


class BatchCompleted(TypedEvent, pallet="Utility", name="BatchCompleted", shape="e4a6a0577479b2b4"):
    pass


class BatchCompletedWithErrors(
    TypedEvent, pallet="Utility", name="BatchCompletedWithErrors", shape="e4a6a0577479b2b4"
):
    pass


class ItemCompleted(TypedEvent, pallet="Utility", name="ItemCompleted", shape="e4a6a0577479b2b4"):
    pass


class ItemFailed(TypedEvent, pallet="Utility", name="ItemFailed", shape="a027e7d8b08dcdda"):
    error: v.VariantValue


class DispatchedAs(TypedEvent, pallet="Utility", name="DispatchedAs", shape="69cb4539c3b123fb"):
    result: v.VariantValue


class IfElseMainSuccess(
    TypedEvent, pallet="Utility", name="IfElseMainSuccess", shape="e4a6a0577479b2b4"
):
    pass


class IfElseFallbackCalled(
    TypedEvent, pallet="Utility", name="IfElseFallbackCalled", shape="31613db3f995a560"
):
    main_error: v.VariantValue
