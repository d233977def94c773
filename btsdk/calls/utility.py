"""The calls of Utility.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.calls import TypedCall

if TYPE_CHECKING:
    from btsdk.descriptors import values as v


class Batch(TypedCall, pallet="Utility", name="batch", shape="40d2d49b8acc6a87"):
    calls: list[TypedCall]


class AsDerivative(TypedCall, pallet="Utility", name="as_derivative", shape="99f079b4903b92c3"):
    index: int
    call: TypedCall


class BatchAll(TypedCall, pallet="Utility", name="batch_all", shape="40d2d49b8acc6a87"):
    calls: list[TypedCall]


class DispatchAs(TypedCall, pallet="Utility", name="dispatch_as", shape="882da2de5da6d522"):
    as_origin: v.VariantValue
    call: TypedCall


class ForceBatch(TypedCall, pallet="Utility", name="force_batch", shape="40d2d49b8acc6a87"):
    calls: list[TypedCall]


class WithWeight(TypedCall, pallet="Utility", name="with_weight", shape="4f0517a30044366c"):
    call: TypedCall
    weight: v.Weight


class IfElse(TypedCall, pallet="Utility", name="if_else", shape="e16beb63464eace5"):
    main: TypedCall
    fallback: TypedCall


class DispatchAsFallible(
    TypedCall, pallet="Utility", name="dispatch_as_fallible", shape="882da2de5da6d522"
):
    as_origin: v.VariantValue
    call: TypedCall
