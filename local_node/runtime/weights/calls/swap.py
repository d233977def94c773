"""The weights of Swap\'s calls."""

from __future__ import annotations

from local_node.runtime.weights.cost import Cost, CostTable

COSTS: CostTable = {
    "set_fee_rate": Cost(15_063_000, proof_size=3_994, reads=1, writes=1),
    "add_liquidity": Cost(15_000_000),
    "remove_liquidity": Cost(15_000_000),
    "modify_position": Cost(15_000_000),
    "toggle_user_liquidity": Cost(15_000_000),
    "disable_lp": Cost(15_000_000),
}
