"""Pallet `Grandpa` (index 4): the finality authorities. Finality is instant here; it only has
data."""

from __future__ import annotations

from chain_spec.pallets import grandpa
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    grandpa.pallet,
    calls=later(__name__, "calls.CALLS"),
    hooks=later(__name__, "hooks.HOOKS"),
    genesis=later(__name__, "genesis.genesis"),
    storage_version=5,
    apis=later(__name__, "apis.APIS"),
)
