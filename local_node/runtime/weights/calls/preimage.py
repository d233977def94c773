"""The weights of Preimage\'s calls."""

from __future__ import annotations

from local_node.runtime.weights.cost import Cost, CostTable, Length, Weights

COSTS: CostTable = {
    "note_preimage": Cost(
        50_499_000, proof_size=28_584, reads=5, writes=3, per=((Length("bytes"), Weights(13_491)),)
    ),
    "unnote_preimage": Cost(50_830_000, proof_size=3_892, reads=3, writes=3),
    "request_preimage": Cost(19_292_000, proof_size=3_556, reads=2, writes=1),
    "unrequest_preimage": Cost(20_209_000, proof_size=3_556, reads=2, writes=2),
    "ensure_updated": Cost(
        56_817_000,
        proof_size=28_584,
        reads=2,
        per=((Length("hashes"), Weights(59_397_441, proof_size=2_902, reads=3, writes=4)),),
    ),
}
