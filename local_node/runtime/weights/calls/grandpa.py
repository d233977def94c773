"""The weights of Grandpa\'s calls."""

from __future__ import annotations

from local_node.runtime.weights.cost import Cost, CostTable

COSTS: CostTable = {
    "report_equivocation": Cost(757_500_000, reads=81, writes=70),
    "report_equivocation_unsigned": Cost(757_500_000, reads=81, writes=70),
    "note_stalled": Cost(3_000_000, writes=1),
}
