"""The block authors, and the current slot."""

from __future__ import annotations

from chain_spec.declare import Constant, Pallet, Value
from chain_spec.profile import prod_or_fast
from chain_spec.types import BoundedVec, u64
from chain_spec.types.consensus import AuraId
from chain_spec.types.substrate import Slot


class storage:
    Authorities = Value(BoundedVec(AuraId))
    CurrentSlot = Value(Slot)


class constants:
    SlotDuration = Constant(u64, prod_or_fast(12_000, 250))


pallet = Pallet("Aura", 3, crate="pallet_aura", storage=storage, constants=constants)
