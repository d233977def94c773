"""Pallet `Utility` (index 11): several calls in one, and calls in another name.

- `batch`, `batch_all`, `force_batch`, `if_else`: calls that carry calls;
- `as_derivative`, `dispatch_as`, `with_weight`: in another name, or under another weight;
- `nesting`: what the base call filter says of batches in batches.
"""

from __future__ import annotations

from chain_spec.pallets import utility
from local_node.runtime.frame.pallet import Hooks, RuntimePallet
from local_node.runtime.pallets.utility.as_derivative import as_derivative
from local_node.runtime.pallets.utility.batch import batch
from local_node.runtime.pallets.utility.batch_all import batch_all
from local_node.runtime.pallets.utility.dispatch_as import dispatch_as, dispatch_as_fallible
from local_node.runtime.pallets.utility.force_batch import force_batch
from local_node.runtime.pallets.utility.if_else import if_else
from local_node.runtime.pallets.utility.nesting import is_not_nested
from local_node.runtime.pallets.utility.with_weight import with_weight

PALLET = RuntimePallet(
    utility.pallet,
    calls=(
        batch,
        as_derivative,
        batch_all,
        dispatch_as,
        force_batch,
        with_weight,
        if_else,
        dispatch_as_fallible,
    ),
    hooks=Hooks(filter=is_not_nested),
)
