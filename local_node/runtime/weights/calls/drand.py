"""The weights of Drand\'s calls."""

from __future__ import annotations

from local_node.runtime.weights.cost import Cost, CostTable

COSTS: CostTable = {
    "write_pulse": Cost(4_294_000_000, reads=3, writes=4),
    "set_beacon_config": Cost(8_766_000, writes=2),
    "set_oldest_stored_round": Cost(5_370_000, writes=1),
}
