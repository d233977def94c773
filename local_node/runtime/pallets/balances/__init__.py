"""Pallet `Balances` (index 5): TAO.

- `transfer`, `force_transfer`, `transfer_all`, `burn`, `force_unreserve`, `upgrade_accounts`,
  `force_set_balance`, `force_adjust_total_issuance`: the calls;
- `currency`: all movements of TAO, for every pallet;
- `reserves`: reserved and held TAO;
- `account`: one account's balance, and the effects of its changes;
- `genesis`: the balances of block 0.
"""

from __future__ import annotations

from chain_spec.pallets import balances
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    balances.pallet,
    calls=later(__name__, "calls.CALLS"),
    genesis=later(__name__, "genesis.genesis"),
    storage_version=1,
)
