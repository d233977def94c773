"""Pallet `Preimage` (index 14): bytes stored under their hash, for calls that are put off.

- `note_preimage`, `request_preimage`, `ensure_updated`: the calls, in pairs;
- `store`: what stands under a hash, who paid for it, and how often it is asked for;
- `ticket`: the hold that pays for it;
- `bounded`: calls as other pallets keep them, in line or as a preimage.
"""

from __future__ import annotations

from chain_spec.pallets import preimage as declared
from local_node.runtime.frame.pallet import RuntimePallet
from local_node.runtime.pallets.preimage.ensure_updated import ensure_updated
from local_node.runtime.pallets.preimage.note_preimage import note_preimage, unnote_preimage
from local_node.runtime.pallets.preimage.request_preimage import (
    request_preimage,
    unrequest_preimage,
)

PALLET = RuntimePallet(
    declared.pallet,
    calls=(note_preimage, unnote_preimage, request_preimage, unrequest_preimage, ensure_updated),
    storage_version=1,
)
