"""Pallet `Utility` (index 11): batches, and calls with another origin.

- `batch`, `batch_all`, `force_batch`, `if_else`: calls that contain calls;
- `as_derivative`, `dispatch_as`, `with_weight`: calls with another origin or weight;
- `nesting`: the base call filter for nested batches.
"""

from __future__ import annotations

from chain_spec.pallets import utility
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    utility.pallet,
    calls=later(__name__, "calls.CALLS"),
    hooks=later(__name__, "hooks.HOOKS"),
)
