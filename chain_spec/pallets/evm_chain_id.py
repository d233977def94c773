"""The chain id that Ethereum clients see."""

from __future__ import annotations

from chain_spec.declare import Pallet, Value
from chain_spec.types import u64


class storage:
    ChainId = Value(u64)


pallet = Pallet("EVMChainId", 23, crate="pallet_evm_chain_id", storage=storage)
