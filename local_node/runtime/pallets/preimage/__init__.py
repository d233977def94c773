"""Pallet `Preimage` (index 14): bytes stored under their hash, for calls that run later.

- `note_preimage`, `request_preimage`, `ensure_updated`: the calls, in pairs;
- `store`: the entry of a hash, its payer and its number of requests;
- `ticket`: the hold that pays for it;
- `bounded`: calls as other pallets store them, inline or as a preimage.
"""

from __future__ import annotations

from chain_spec.pallets import preimage as declared
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    declared.pallet,
    calls=later(__name__, "calls.CALLS"),
    storage_version=1,
)
