"""The weights of Scheduler\'s calls."""

from __future__ import annotations

from local_node.runtime.weights.cost import Cost, CostTable

COSTS: CostTable = {
    "schedule": Cost(30_736_084, proof_size=110_487, reads=1, writes=1),
    "cancel": Cost(41_409_882, proof_size=110_487, reads=1, writes=3),
    "schedule_named": Cost(36_963_187, proof_size=110_487, reads=2, writes=2),
    "cancel_named": Cost(46_315_022, proof_size=110_487, reads=2, writes=3),
    "schedule_after": Cost(30_736_084, proof_size=110_487, reads=1, writes=1),
    "schedule_named_after": Cost(36_963_187, proof_size=110_487, reads=2, writes=2),
    "set_retry": Cost(169_783_000, proof_size=110_487, reads=1, writes=1),
    "set_retry_named": Cost(186_544_000, proof_size=110_487, reads=2, writes=1),
    "cancel_retry": Cost(169_076_000, proof_size=110_487, reads=1, writes=1),
    "cancel_retry_named": Cost(182_329_000, proof_size=110_487, reads=2, writes=1),
}
