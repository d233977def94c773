"""Pallet `SenateMembers` (index 10, the *governance* feature): the hotkeys that vote on motions.

A senator votes through `SubtensorModule.vote`, signed by the coldkey that owns the hotkey. The
votes of a removed senator no longer count.
"""

from __future__ import annotations

from chain_spec.pallets import senate_members
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    senate_members.pallet,
    calls=later(__name__, "body.CALLS"),
    genesis=later(__name__, "body.genesis"),
    storage_version=4,
)
