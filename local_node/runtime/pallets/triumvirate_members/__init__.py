"""Pallet `TriumvirateMembers` (index 9, the *governance* feature): the members of the council.

The council follows this list at once, and the votes of a removed member no longer count.
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
