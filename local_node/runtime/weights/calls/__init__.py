"""The weights of calls, one module per pallet.

The numbers are the benchmarked weights of Subtensor's runtime at spec version 425, in picoseconds
and bytes of proof; database accesses are separate. Calls of Ethereum, EVM and Contracts weigh by
gas, are refused by the base call filter, and have no module here. A table is loaded when a call of
its pallet is first weighed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from local_node.runtime.frame.pallet import later
from local_node.runtime.weights.cost import CostTable

_TABLES: dict[str, Callable[[], CostTable]] = {
    "System": later(__name__, "system.COSTS"),
    "Timestamp": later(__name__, "timestamp.COSTS"),
    "Grandpa": later(__name__, "grandpa.COSTS"),
    "Balances": later(__name__, "balances.COSTS"),
    "Triumvirate": later(__name__, "triumvirate.COSTS"),
    "TriumvirateMembers": later(__name__, "membership.TRIUMVIRATE"),
    "SenateMembers": later(__name__, "membership.SENATE"),
    "SubtensorModule": later(__name__, "subtensor.COSTS"),
    "Utility": later(__name__, "utility.COSTS"),
    "Sudo": later(__name__, "sudo.COSTS"),
    "Multisig": later(__name__, "multisig.COSTS"),
    "Preimage": later(__name__, "preimage.COSTS"),
    "Scheduler": later(__name__, "scheduler.COSTS"),
    "Proxy": later(__name__, "proxy.COSTS"),
    "Commitments": later(__name__, "commitments.COSTS"),
    "AdminUtils": later(__name__, "admin_utils.COSTS"),
    "SafeMode": later(__name__, "safe_mode.COSTS"),
    "BaseFee": later(__name__, "base_fee.COSTS"),
    "Drand": later(__name__, "drand.COSTS"),
    "Crowdloan": later(__name__, "crowdloan.COSTS"),
    "Swap": later(__name__, "swap.COSTS"),
    "MevShield": later(__name__, "mev_shield.COSTS"),
    "LimitOrders": later(__name__, "limit_orders.COSTS"),
}


class Costs(Mapping[str, CostTable]):
    """The weight tables by pallet."""

    def __getitem__(self, pallet: str) -> CostTable:
        return _TABLES[pallet]()

    def __iter__(self) -> Iterator[str]:
        return iter(_TABLES)

    def __len__(self) -> int:
        return len(_TABLES)


COSTS = Costs()
