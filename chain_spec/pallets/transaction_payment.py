"""The fee multiplier."""

from __future__ import annotations

from chain_spec.declare import Constant, Event, Pallet, Value
from chain_spec.types import u8
from chain_spec.types.frame import Releases
from chain_spec.types.labels import AccountId, BalanceOf
from chain_spec.types.substrate import FixedU128


class storage:
    NextFeeMultiplier = Value(FixedU128, default=1_000_000_000_000_000_000)
    StorageVersion = Value(Releases)


class events:
    TransactionFeePaid = Event(0, who=AccountId, actual_fee=BalanceOf, tip=BalanceOf)


class constants:
    OperationalFeeMultiplier = Constant(u8, 5)


pallet = Pallet(
    "TransactionPayment",
    6,
    crate="pallet_transaction_payment",
    storage=storage,
    events=events,
    constants=constants,
)
