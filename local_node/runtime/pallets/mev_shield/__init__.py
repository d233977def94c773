"""Pallet `MevShield` (index 30): extrinsics encrypted to an author until they are in a block.

- `author_keys` (`announce_next_key`): the authors' keys, as an inherent of each block;
- `submit_encrypted`, `pending` (`store_encrypted`), `limits`: the other calls.

The runtime API with which authors decrypt extrinsics is in the executive, which decodes and checks
extrinsics.
"""

from __future__ import annotations

from chain_spec.pallets import mev_shield
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    mev_shield.pallet,
    calls=later(__name__, "calls.CALLS"),
    hooks=later(__name__, "hooks.HOOKS"),
)
