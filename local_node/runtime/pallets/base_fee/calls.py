"""The dispatchables by index, loaded with the pallet's first call."""

from __future__ import annotations

from local_node.runtime.frame.pallet import CallFunction
from local_node.runtime.pallets.base_fee.settings import set_base_fee_per_gas, set_elasticity

CALLS: tuple[CallFunction, ...] = (set_base_fee_per_gas, set_elasticity)
