"""Pallet `TriumvirateMembers` (index 9, the *governance* feature): who sits in the council.

The council follows this list at once: whoever leaves takes the votes along.
"""

from __future__ import annotations

from chain_spec.pallets import triumvirate_members
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    triumvirate_members.pallet,
    calls=later(__name__, "body.CALLS"),
    genesis=later(__name__, "body.genesis"),
    storage_version=4,
)
