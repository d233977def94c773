"""Pallet `Balances` (index 5): TAO.

- `transfer`, `force_transfer`, `transfer_all`, `burn`, `force_unreserve`, `upgrade_accounts`,
  `force_set_balance`, `force_adjust_total_issuance`: the calls;
- `currency`: the one place where TAO moves, for every pallet;
- `reserves`: TAO put aside;
- `account`: one account's balance and what its change brings about;
- `genesis`: who holds what in block 0.
"""

from __future__ import annotations

from chain_spec.pallets import balances
from local_node.runtime.frame.pallet import RuntimePallet
from local_node.runtime.pallets.balances.burn import burn
from local_node.runtime.pallets.balances.force_adjust_total_issuance import (
    force_adjust_total_issuance,
)
from local_node.runtime.pallets.balances.force_set_balance import force_set_balance
from local_node.runtime.pallets.balances.force_transfer import force_transfer
from local_node.runtime.pallets.balances.force_unreserve import force_unreserve
from local_node.runtime.pallets.balances.genesis import genesis
from local_node.runtime.pallets.balances.transfer import transfer_allow_death, transfer_keep_alive
from local_node.runtime.pallets.balances.transfer_all import transfer_all
from local_node.runtime.pallets.balances.upgrade_accounts import upgrade_accounts

PALLET = RuntimePallet(
    balances.pallet,
    calls=(
        transfer_allow_death,
        force_transfer,
        transfer_keep_alive,
        transfer_all,
        force_unreserve,
        upgrade_accounts,
        force_set_balance,
        force_adjust_total_issuance,
        burn,
    ),
    genesis=genesis,
    storage_version=1,
)
