"""The weights of MevShield\'s calls."""

from __future__ import annotations

from local_node.runtime.weights.cost import Cost, CostTable

COSTS: CostTable = {
    "announce_next_key": Cost(33_661_000, proof_size=5_555, reads=4, writes=6),
    "submit_encrypted": Cost(207_223_000),
    "store_encrypted": Cost(20_000_000_000),
    "set_max_pending_extrinsics_number": Cost(4_206_000, writes=1),
    "set_on_initialize_weight": Cost(4_327_000, writes=1),
    "set_stored_extrinsic_lifetime": Cost(4_116_000, writes=1),
    "set_max_extrinsic_weight": Cost(4_227_000, writes=1),
}
