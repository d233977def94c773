"""Pallet `BaseFee` (index 25): the price of gas, which follows how full the blocks are.

- `settings`: root's two calls;
- `adjustment`: what a block does to the price.
"""

from __future__ import annotations

from chain_spec.pallets import base_fee
from local_node.runtime.frame.pallet import Hooks, RuntimePallet
from local_node.runtime.pallets.base_fee.adjustment import on_finalize, on_initialize
from local_node.runtime.pallets.base_fee.settings import (
    genesis,
    set_base_fee_per_gas,
    set_elasticity,
)

PALLET = RuntimePallet(
    base_fee.pallet,
    calls=(set_base_fee_per_gas, set_elasticity),
    hooks=Hooks(on_initialize=on_initialize, on_finalize=on_finalize),
    genesis=genesis,
)
