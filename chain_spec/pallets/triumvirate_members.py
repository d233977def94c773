"""The members of the council."""

from __future__ import annotations

from chain_spec.declare import Pallet
from chain_spec.pallets.membership import Calls, Errors, Events, Storage

storage = Storage(most=3)
calls = Calls()
events = Events()
errors = Errors()

pallet = Pallet(
    "TriumvirateMembers",
    9,
    crate="pallet_membership",
    storage=storage,
    calls=calls,
    events=events,
    errors=errors,
    instances=True,
)
