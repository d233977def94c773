"""Pallet `Scheduler` (index 15): calls that root has put off to a later block.

- `service`: carries out what is due, at the beginning of a block;
- `schedule`, `cancel`, `retries`: the calls;
- `agenda`: what lies where, and under which name;
- `weights`: what servicing weighs, and the meter that it is held to.

Only root may schedule, and root may undo whatever is scheduled: FRAME's comparison of the two
origins' privileges can have no other outcome here.
"""

from __future__ import annotations

from chain_spec.pallets import scheduler as declared
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    declared.pallet,
    calls=later(__name__, "calls.CALLS"),
    hooks=later(__name__, "hooks.HOOKS"),
    storage_version=4,
)
