"""The weights of LimitOrders\'s calls."""

from __future__ import annotations

from local_node.runtime.weights.cost import Cost, CostTable, Length, Weights

COSTS: CostTable = {
    "execute_orders": Cost(
        61_768_457,
        proof_size=6_148,
        reads=17,
        writes=10,
        per=((Length("orders"), Weights(520_180_782, proof_size=5_158, reads=11, writes=7)),),
    ),
    "execute_batched_orders": Cost(
        499_718_496,
        proof_size=8_727,
        reads=25,
        writes=15,
        per=((Length("orders"), Weights(259_134_004, proof_size=5_158, reads=10, writes=7)),),
    ),
    "cancel_order": Cost(14_822_000, proof_size=3_522, reads=1, writes=1),
    "set_pallet_status": Cost(4_266_000, writes=1),
}
