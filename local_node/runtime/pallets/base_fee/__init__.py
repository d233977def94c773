"""Pallet `BaseFee` (index 25): the price of gas, which follows how full the blocks are.

- `settings`: root's two calls;
- `adjustment`: what a block does to the price.
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
