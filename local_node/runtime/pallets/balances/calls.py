"""The dispatchables by index, loaded with the pallet's first call."""

from __future__ import annotations

from local_node.runtime.frame.pallet import CallFunction
from local_node.runtime.pallets.balances.burn import burn
from local_node.runtime.pallets.balances.force_adjust_total_issuance import (
    force_adjust_total_issuance,
)
from local_node.runtime.pallets.balances.force_set_balance import force_set_balance
from local_node.runtime.pallets.balances.force_transfer import force_transfer
from local_node.runtime.pallets.balances.force_unreserve import force_unreserve
from local_node.runtime.pallets.balances.transfer import transfer_allow_death, transfer_keep_alive
from local_node.runtime.pallets.balances.transfer_all import transfer_all
from local_node.runtime.pallets.balances.upgrade_accounts import upgrade_accounts

CALLS: tuple[CallFunction, ...] = (
    transfer_allow_death,
    force_transfer,
    transfer_keep_alive,
    transfer_all,
    force_unreserve,
    upgrade_accounts,
    force_set_balance,
    force_adjust_total_issuance,
    burn,
)
