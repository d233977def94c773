"""Pallet `Triumvirate` (index 8, the *governance* feature): the council and its motions.

- `propose` (with `execute`), `vote`, `close` (with `disapprove_proposal`), `set_members`:
  the calls;
- `motions`: what they share, and the callbacks of the member pallets;
- `genesis`: the council of block 0.
"""

from __future__ import annotations

from chain_spec.pallets import triumvirate
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    triumvirate.pallet,
    calls=later(__name__, "calls.CALLS"),
    genesis=later(__name__, "genesis.genesis"),
    storage_version=4,
)
