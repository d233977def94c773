"""Signed limit orders: shown, never run here."""

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
    InvalidSignature = Error(0)
    OrderAlreadyProcessed = Error(1)
    OrderCancelled = Error(2)
    OrderExpired = Error(3)
    PriceConditionNotMet = Error(4)
    Unauthorized = Error(5)
    SwapReturnedZero = Error(6)
    RootNetUidNotAllowed = Error(7)
    OrderNetUidMismatch = Error(8)
    LimitOrdersDisabled = Error(9)
    RelayerMissMatch = Error(10)
    PartialFillsNotEnabled = Error(11)
    IncorrectPartialFillAmount = Error(12)
    RelayerRequiredForPartialFill = Error(13)
    ChainIdMismatch = Error(14)
    PalletHotkeyNotRegistered = Error(15)
    ArithmeticOverflow = Error(16)
    DuplicateOrderInBatch = Error(17)
    ZeroShareInBatch = Error(18)


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
