"""Subnets, staking, weights, emission: the heart of Bittensor.

The namespaces are modules, because they are long: `storage`, `calls`, `events`, `errors` and
`constants`.
"""

from __future__ import annotations

from chain_spec.declare import Pallet
from chain_spec.pallets.subtensor import calls, constants, errors, events, storage

__all__ = ["calls", "constants", "errors", "events", "pallet", "storage"]

pallet = Pallet(
    "SubtensorModule",
    7,
    crate="pallet_subtensor",
    storage=storage,
    calls=calls,
    events=events,
    errors=errors,
    constants=constants,
)
