"""Signed limit orders: declared, never run here."""

from __future__ import annotations

from chain_spec.declare import (
    Call,
    Constant,
    Error,
    Event,
    Map,
    Pallet,
    Value,
    blake2_128_concat,
    identity,
)
from chain_spec.types import BoundedBytes, BoundedVec, boolean, u32, u64
from chain_spec.types.frame import PalletId
from chain_spec.types.labels import AccountId
from chain_spec.types.substrate import H256, AccountId32, DispatchError
from chain_spec.types.subtensor import (
    OrderSide,
    OrderStatus,
    OrderType,
    SignedOrder,
    VersionedOrder,
)
from chain_spec.types.units import NetUid


class storage:
    Orders = Map(blake2_128_concat(H256), OrderStatus, optional=True)
    LimitOrdersEnabled = Value(boolean)
    HasMigrationRun = Map(identity(BoundedBytes(128)), boolean)


class calls:
    execute_orders = Call(0, orders=BoundedVec(SignedOrder, 100), should_fail=boolean)
    execute_batched_orders = Call(1, netuid=NetUid, orders=BoundedVec(SignedOrder, 100))
    cancel_order = Call(2, order=VersionedOrder)
    set_pallet_status = Call(3, enabled=boolean)


class events:
    OrderExecuted = Event(
        0,
        order_id=H256,
        signer=AccountId,
        netuid=NetUid,
        order_type=OrderType,
        amount_in=u64,
        amount_out=u64,
    )
    OrderSkipped = Event(1, order_id=H256, reason=DispatchError)
    OrderCancelled = Event(2, order_id=H256, signer=AccountId)
    GroupExecutionSummary = Event(
        3, netuid=NetUid, net_side=OrderSide, net_amount=u64, actual_out=u64, executed_count=u32
    )
    LimitOrdersPalletStatusChanged = Event(4, enabled=boolean)


class errors:
    InvalidSignature = Error(0, "The order's signature is not its signer's.")
    OrderAlreadyProcessed = Error(1, "The order was executed before.")
    OrderCancelled = Error(2, "The order was cancelled.")
    OrderExpired = Error(3, "The order's time is over.")
    PriceConditionNotMet = Error(4, "The price is not where the order wants it.")
    Unauthorized = Error(5, "Only the order's signer may do this.")
    SwapReturnedZero = Error(6, "The swap would pay nothing out.")
    RootNetUidNotAllowed = Error(7, "Orders cannot be for the root network.")
    OrderNetUidMismatch = Error(8, "An order of the batch is for another subnet.")
    LimitOrdersDisabled = Error(9, "Limit orders are switched off.")
    RelayerMissMatch = Error(10, "The order names another relayer.")
    PartialFillsNotEnabled = Error(11, "The order may only be filled whole.")
    IncorrectPartialFillAmount = Error(12, "The part to fill is nothing, or more than is left.")
    RelayerRequiredForPartialFill = Error(
        13, "An order that is filled in parts must name its relayer."
    )
    ChainIdMismatch = Error(14, "The order is for another chain.")
    PalletHotkeyNotRegistered = Error(
        15, "The hotkey that holds the alpha of batches is not registered."
    )
    ArithmeticOverflow = Error(16, "A number grew out of its range.")
    DuplicateOrderInBatch = Error(17, "An order is in the batch twice.")
    ZeroShareInBatch = Error(18, "An order's share of the batch rounds to nothing.")


class constants:
    MaxOrdersPerBatch = Constant(u32, 100)
    PalletId = Constant(PalletId, b"bt/limit")
    PalletHotkey = Constant(AccountId32, b"modlbt/lmhky".ljust(32, b"\0"))


pallet = Pallet(
    "LimitOrders",
    32,
    crate="pallet_limit_orders",
    storage=storage,
    calls=calls,
    events=events,
    errors=errors,
    constants=constants,
)
