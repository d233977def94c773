"""The time of the block, an inherent."""

from __future__ import annotations

from chain_spec.declare import Call, Constant, Pallet, Value
from chain_spec.profile import prod_or_fast
from chain_spec.types import AsCompact, alias, boolean, u64


class storage:
    Now = Value(u64)
    DidUpdate = Value(boolean)


class calls:
    set = Call(0, now=AsCompact(alias("T::Moment", u64)))


class constants:
    MinimumPeriod = Constant(u64, prod_or_fast(6000, 125))


pallet = Pallet(
    "Timestamp", 2, crate="pallet_timestamp", storage=storage, calls=calls, constants=constants
)
