"""Pallet `Scheduler` (index 15): calls that root has scheduled for a later block.

- `service`: dispatches due calls at the start of a block;
- `schedule`, `cancel`, `retries`: the calls;
- `agenda`: the tasks by block and slot, and their names;
- `weights`: the weights of servicing, and the meter that limits it.

Only root may schedule, and root may cancel every task: FRAME's comparison of the two origins'
privileges has no other result here.
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
