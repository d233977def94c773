"""Pallet `MevShield` (index 30): extrinsics sealed to an author, so that nobody sees them before.

- `author_keys` (`announce_next_key`): the authors' keys, as an inherent of each block;
- `submit_encrypted`, `pending` (`store_encrypted`), `limits`: the other calls.

The runtime API that authors open sealed extrinsics with is the executive's, since it decodes and
checks extrinsics.
"""

from __future__ import annotations

from chain_spec.pallets import mev_shield
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    mev_shield.pallet,
    calls=later(__name__, "calls.CALLS"),
    hooks=later(__name__, "hooks.HOOKS"),
)
