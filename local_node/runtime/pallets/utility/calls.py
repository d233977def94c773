"""The dispatchables by index, loaded with the pallet's first call."""

from __future__ import annotations

from local_node.runtime.frame.pallet import CallFunction
from local_node.runtime.pallets.utility.as_derivative import as_derivative
from local_node.runtime.pallets.utility.batch import batch
from local_node.runtime.pallets.utility.batch_all import batch_all
from local_node.runtime.pallets.utility.dispatch_as import dispatch_as, dispatch_as_fallible
from local_node.runtime.pallets.utility.force_batch import force_batch
from local_node.runtime.pallets.utility.if_else import if_else
from local_node.runtime.pallets.utility.with_weight import with_weight

CALLS: tuple[CallFunction, ...] = (
    batch,
    as_derivative,
    batch_all,
    dispatch_as,
    force_batch,
    with_weight,
    if_else,
    dispatch_as_fallible,
)
