"""The weights of Commitments\'s calls."""

from __future__ import annotations

from local_node.runtime.weights.cost import Cost, CostTable

COSTS: CostTable = {
    "set_commitment": Cost(33_480_000, reads=5, writes=4, pays="No"),
    "set_max_space": Cost(2_856_000, writes=1),
}
