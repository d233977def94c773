"""The weights of Sudo\'s calls."""

from __future__ import annotations

from local_node.runtime.weights.cost import Cost, CostTable

COSTS: CostTable = {
    "sudo": Cost(7_939_000, proof_size=1_517, reads=1, inner=("call",), kind="Inner"),
    "sudo_unchecked_weight": Cost(0, declared="weight", kind="Inner"),
    "set_key": Cost(7_237_000, proof_size=1_517, reads=1, writes=1),
    "sudo_as": Cost(7_870_000, proof_size=1_517, reads=1, inner=("call",), kind="Inner"),
    "remove_key": Cost(6_417_000, proof_size=1_517, reads=1, writes=1),
}
