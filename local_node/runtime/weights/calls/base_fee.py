"""The weights of BaseFee\'s calls."""

from __future__ import annotations

from local_node.runtime.weights.cost import Cost, CostTable

COSTS: CostTable = {
    "set_base_fee_per_gas": Cost(10_000, writes=1),
    "set_elasticity": Cost(10_000, writes=1),
}
