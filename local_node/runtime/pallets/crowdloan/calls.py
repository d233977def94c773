"""The dispatchables by index, loaded with the pallet's first call."""

from __future__ import annotations

from local_node.runtime.frame.pallet import CallFunction
from local_node.runtime.pallets.crowdloan.contribute import contribute
from local_node.runtime.pallets.crowdloan.create import create
from local_node.runtime.pallets.crowdloan.dissolve import dissolve
from local_node.runtime.pallets.crowdloan.finalize import finalize
from local_node.runtime.pallets.crowdloan.refund import refund
from local_node.runtime.pallets.crowdloan.update import (
    set_max_contribution,
    update_cap,
    update_end,
    update_min_contribution,
)
from local_node.runtime.pallets.crowdloan.withdraw import withdraw

CALLS: tuple[CallFunction, ...] = (
    create,
    contribute,
    withdraw,
    finalize,
    refund,
    dissolve,
    update_min_contribution,
    update_end,
    update_cap,
    set_max_contribution,
)
