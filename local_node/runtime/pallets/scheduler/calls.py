"""The dispatchables by index, loaded with the pallet's first call."""

from __future__ import annotations

from local_node.runtime.frame.pallet import CallFunction
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

CALLS: tuple[CallFunction, ...] = (
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
)
