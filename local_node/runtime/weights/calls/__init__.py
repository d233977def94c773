"""What each call weighs, one module a pallet.

The numbers are the benchmarked weights of Subtensor's runtime at spec version 425, in picoseconds
and bytes of proof; database accesses are counted apart. Calls of Ethereum, EVM and Contracts weigh
by gas, are refused by the base call filter, and have no module here.
"""

from __future__ import annotations

from local_node.runtime.weights.calls import (
    admin_utils,
    balances,
    base_fee,
    commitments,
    crowdloan,
    drand,
    grandpa,
    limit_orders,
    membership,
    mev_shield,
    multisig,
    preimage,
    proxy,
    safe_mode,
    scheduler,
    subtensor,
    sudo,
    swap,
    system,
    timestamp,
    triumvirate,
    utility,
)
from local_node.runtime.weights.cost import CostTable

COSTS: dict[str, CostTable] = {
    "System": system.COSTS,
    "Timestamp": timestamp.COSTS,
    "Grandpa": grandpa.COSTS,
    "Balances": balances.COSTS,
    "Triumvirate": triumvirate.COSTS,
    "TriumvirateMembers": membership.costs(most=3),
    "SenateMembers": membership.costs(most=12),
    "SubtensorModule": subtensor.COSTS,
    "Utility": utility.COSTS,
    "Sudo": sudo.COSTS,
    "Multisig": multisig.COSTS,
    "Preimage": preimage.COSTS,
    "Scheduler": scheduler.COSTS,
    "Proxy": proxy.COSTS,
    "Commitments": commitments.COSTS,
    "AdminUtils": admin_utils.COSTS,
    "SafeMode": safe_mode.COSTS,
    "BaseFee": base_fee.COSTS,
    "Drand": drand.COSTS,
    "Crowdloan": crowdloan.COSTS,
    "Swap": swap.COSTS,
    "MevShield": mev_shield.COSTS,
    "LimitOrders": limit_orders.COSTS,
}
