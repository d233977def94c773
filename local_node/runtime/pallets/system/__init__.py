"""Pallet `System` (index 0): accounts, the block's bookkeeping, and calls of the lowest level.

- `remark`, `set_heap_pages`, `set_code`, `set_storage`, `kill_storage`, `authorize_upgrade`: calls;
- `block`: how a block begins, how an extrinsic is noted, how a block ends;
- `limits`: the weight and length that a block may hold;
- `accounts`: the references that keep an account in being.
"""

from __future__ import annotations

from chain_spec.pallets import system
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    system.pallet,
    calls=later(__name__, "calls.CALLS"),
    genesis=later(__name__, "genesis.genesis"),
    apis=later(__name__, "apis.APIS"),
)
