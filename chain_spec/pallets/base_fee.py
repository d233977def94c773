"""The gas price of the EVM."""

from __future__ import annotations

from chain_spec.declare import Call, Event, Pallet, Value
from chain_spec.types.evm import U256
from chain_spec.types.substrate import Permill


class storage:
    BaseFeePerGas = Value(U256, default=20_000_000_000)
    Elasticity = Value(Permill, default=125_000)


class calls:
    set_base_fee_per_gas = Call(0, fee=U256)
    set_elasticity = Call(1, elasticity=Permill)


class events:
    NewBaseFeePerGas = Event(0, fee=U256)
    BaseFeeOverflow = Event(1)
    NewElasticity = Event(2, elasticity=Permill)


pallet = Pallet(
    "BaseFee",
    25,
    crate="pallet_base_fee",
    storage=storage,
    calls=calls,
    events=events,
    plain_events=True,
)
