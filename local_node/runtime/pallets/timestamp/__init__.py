"""Pallet `Timestamp` (index 2): the time of the block, an inherent of its author.

`set` is the call, `inherent` makes and checks it, `hooks` requires one per block.
"""

from __future__ import annotations

from chain_spec.pallets import timestamp
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    timestamp.pallet,
    calls=later(__name__, "calls.CALLS"),
    hooks=later(__name__, "hooks.HOOKS"),
)
