"""Pallet `Utility` (index 11): several calls in one, and calls in another name.

- `batch`, `batch_all`, `force_batch`, `if_else`: calls that carry calls;
- `as_derivative`, `dispatch_as`, `with_weight`: in another name, or under another weight;
- `nesting`: what the base call filter says of batches in batches.
"""

from __future__ import annotations

from chain_spec.pallets import utility
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    utility.pallet,
    calls=later(__name__, "calls.CALLS"),
    hooks=later(__name__, "hooks.HOOKS"),
)
