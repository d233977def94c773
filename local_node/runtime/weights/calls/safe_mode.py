"""The weights of SafeMode\'s calls."""

from __future__ import annotations

from local_node.runtime.weights.cost import Cost, CostTable

COSTS: CostTable = {
    "enter": Cost(44_471_000, proof_size=3_892, reads=2, writes=3),
    "force_enter": Cost(5_200_000, proof_size=1_489, reads=1, writes=1),
    "extend": Cost(46_411_000, proof_size=3_892, reads=2, writes=3),
    "force_extend": Cost(7_011_000, proof_size=1_489, reads=1, writes=1),
    "force_exit": Cost(6_180_000, proof_size=1_489, reads=1, writes=1),
    "force_slash_deposit": Cost(28_905_000, proof_size=3_892, reads=2, writes=2),
    "release_deposit": Cost(37_735_000, proof_size=3_892, reads=3, writes=2),
    "force_release_deposit": Cost(36_454_000, proof_size=3_892, reads=2, writes=2),
}
