"""The weights of Timestamp\'s calls."""

from __future__ import annotations

from local_node.runtime.weights.cost import Cost, CostTable

COSTS: CostTable = {
    "set": Cost(3_816_000, proof_size=1_493, reads=2, writes=1, kind="Mandatory"),
}
