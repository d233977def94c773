"""Pallet `Crowdloan` (index 27): raising TAO together, then one call with it.

- `create`, `contribute`, `withdraw`, `finalize`, `refund`, `dissolve`, `update`: the calls;
- `loan`: what the calls share.
"""

from __future__ import annotations

from chain_spec.pallets import crowdloan
from local_node.runtime.frame.pallet import RuntimePallet
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

PALLET = RuntimePallet(
    crowdloan.pallet,
    calls=(
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
    ),
)
