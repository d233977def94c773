"""The events of LimitOrders.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.records import TypedEvent

if TYPE_CHECKING:
    from btsdk.descriptors import values as v


class OrderExecuted(
    TypedEvent, pallet="LimitOrders", name="OrderExecuted", shape="ad8b7ae6c34935b1"
):
    order_id: bytes
    signer: str
    netuid: v.NetUid
    order_type: v.OrderType
    amount_in: int
    amount_out: int


class OrderSkipped(TypedEvent, pallet="LimitOrders", name="OrderSkipped", shape="2d05a9e0e71ac17a"):
    order_id: bytes
    reason: v.VariantValue


class OrderCancelled(
    TypedEvent, pallet="LimitOrders", name="OrderCancelled", shape="30dcd7d70751739c"
):
    order_id: bytes
    signer: str


class GroupExecutionSummary(
    TypedEvent, pallet="LimitOrders", name="GroupExecutionSummary", shape="0e13de42c38ffdec"
):
    netuid: v.NetUid
    net_side: v.OrderSide
    net_amount: int
    actual_out: int
    executed_count: int


class LimitOrdersPalletStatusChanged(
    TypedEvent,
    pallet="LimitOrders",
    name="LimitOrdersPalletStatusChanged",
    shape="08403eef82c01c17",
):
    enabled: bool
