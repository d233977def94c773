"""Pallet `BaseFee` (index 25): the price of gas, which follows the weight of the blocks.

- `settings`: root's two calls;
- `adjustment`: the change of the price by each block.
"""

from __future__ import annotations

from chain_spec.pallets import base_fee
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    base_fee.pallet,
    calls=later(__name__, "calls.CALLS"),
    hooks=later(__name__, "hooks.HOOKS"),
    genesis=later(__name__, "settings.genesis"),
)
