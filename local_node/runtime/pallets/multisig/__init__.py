"""Pallet `Multisig` (index 13): calls that several accounts sign.

- `as_multi`, `as_multi_threshold_1`, `cancel_as_multi`, `poke_deposit`: the calls;
- `signatories`: the signatories, and their common account.
"""

from __future__ import annotations

from chain_spec.pallets import multisig as declared
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    declared.pallet,
    calls=later(__name__, "calls.CALLS"),
    storage_version=1,
)
