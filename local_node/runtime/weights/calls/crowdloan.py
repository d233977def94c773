"""The weights of Crowdloan\'s calls."""

from __future__ import annotations

from local_node.runtime.weights.cost import Cost, CostTable

COSTS: CostTable = {
    "create": Cost(59_829_000, proof_size=6_148, reads=3, writes=5, inner=("call",)),
    "contribute": Cost(66_609_000, proof_size=6_148, reads=5, writes=4),
    "withdraw": Cost(60_259_000, proof_size=6_148, reads=4, writes=4),
    "finalize": Cost(31_507_000, proof_size=4_197_809, reads=4, writes=2),
    "refund": Cost(2_085_865_650, proof_size=132_697, reads=102, writes=100),
    "dissolve": Cost(66_939_000, proof_size=6_148, reads=4, writes=5),
    "update_min_contribution": Cost(13_259_000, proof_size=3_747, reads=2, writes=1),
    "update_end": Cost(12_048_000, proof_size=3_747, reads=1, writes=1),
    "update_cap": Cost(11_357_000, proof_size=3_747, reads=1, writes=1),
    "set_max_contribution": Cost(16_024_000, proof_size=3_747, reads=2, writes=1),
}
