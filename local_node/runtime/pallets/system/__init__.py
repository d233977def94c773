"""Pallet `System` (index 0): accounts, the block's bookkeeping, and low-level calls.

- `remark`, `set_heap_pages`, `set_code`, `set_storage`, `kill_storage`, `authorize_upgrade`: calls;
- `block`: the start of a block, its extrinsics, and its end;
- `limits`: the weight and length limits of a block;
- `accounts`: the reference counts of accounts.
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
