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
from local_node.runtime.frame.pallet import Hooks, RuntimePallet
from local_node.runtime.pallets.scheduler.cancel import cancel, cancel_named
from local_node.runtime.pallets.scheduler.retries import (
    cancel_retry,
    cancel_retry_named,
    set_retry,
    set_retry_named,
)
from local_node.runtime.pallets.scheduler.schedule import (
    schedule,
    schedule_after,
    schedule_named,
    schedule_named_after,
)
from local_node.runtime.pallets.scheduler.service import on_initialize

PALLET = RuntimePallet(
    declared.pallet,
    calls=(
        schedule,
        cancel,
        schedule_named,
        cancel_named,
        schedule_after,
        schedule_named_after,
        set_retry,
        set_retry_named,
        cancel_retry,
        cancel_retry_named,
    ),
    hooks=Hooks(on_initialize=on_initialize),
    storage_version=4,
)
