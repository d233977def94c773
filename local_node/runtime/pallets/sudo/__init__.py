"""Pallet `Sudo` (index 12): a key that may act as root."""

from __future__ import annotations

from chain_spec.pallets import sudo as declared
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    declared.pallet,
    calls=later(__name__, "calls.CALLS"),
    genesis=later(__name__, "genesis.genesis"),
)
