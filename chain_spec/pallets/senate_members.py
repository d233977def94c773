"""The members of the senate."""

from __future__ import annotations

from chain_spec.declare import Pallet
from chain_spec.pallets.membership import Calls, Errors, Events, Storage

storage = Storage(most=12)
calls = Calls()
events = Events()
errors = Errors()

pallet = Pallet(
    "SenateMembers",
    10,
    crate="pallet_membership",
    storage=storage,
    calls=calls,
    events=events,
    errors=errors,
    instances=True,
)
