"""The calls of LimitOrders.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.calls import TypedCall

if TYPE_CHECKING:
    from btsdk.descriptors import values as v


class ExecuteOrders(
    TypedCall, pallet="LimitOrders", name="execute_orders", shape="2f082d479acb4611"
):
    orders: list[v.SignedOrder]
    should_fail: bool


class ExecuteBatchedOrders(
    TypedCall, pallet="LimitOrders", name="execute_batched_orders", shape="73e2c4e31e2d23d7"
):
    netuid: v.NetUid
    orders: list[v.SignedOrder]


class CancelOrder(TypedCall, pallet="LimitOrders", name="cancel_order", shape="d60dd6efbf800a47"):
    order: v.VariantValue


class SetPalletStatus(
    TypedCall, pallet="LimitOrders", name="set_pallet_status", shape="08403eef82c01c17"
):
    enabled: bool


class PruneLinkedOutput(
    TypedCall, pallet="LimitOrders", name="prune_linked_output", shape="6d012938e5a2682f"
):
    order_id: bytes
