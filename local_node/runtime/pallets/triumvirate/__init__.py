"""Pallet `Triumvirate` (index 8, the *governance* feature): the council and its motions.

- `propose` (with `execute`), `vote`, `close` (with `disapprove_proposal`), `set_members`:
  the calls;
- `motions`: what they share, and what the pallets of members tell the council;
- `genesis`: the council of block 0.
"""

from __future__ import annotations

from chain_spec.pallets import triumvirate
from local_node.runtime.frame.pallet import RuntimePallet
from local_node.runtime.pallets.triumvirate.close import close, disapprove_proposal
from local_node.runtime.pallets.triumvirate.genesis import genesis
from local_node.runtime.pallets.triumvirate.propose import execute, propose
from local_node.runtime.pallets.triumvirate.set_members import set_members
from local_node.runtime.pallets.triumvirate.vote import vote

PALLET = RuntimePallet(
    triumvirate.pallet,
    calls=(set_members, execute, propose, vote, disapprove_proposal, close),
    genesis=genesis,
    storage_version=4,
)
