"""Low-influence randomness from recent block hashes."""

from __future__ import annotations

from chain_spec.declare import Pallet, Value
from chain_spec.types import BoundedVec
from chain_spec.types.substrate import H256


class storage:
    RandomMaterial = Value(BoundedVec(H256))


pallet = Pallet("RandomnessCollectiveFlip", 1, crate="pallet_randomness", storage=storage)
