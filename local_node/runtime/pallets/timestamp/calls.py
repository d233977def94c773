"""The dispatchables, in the order of their indices; loaded with the first call of the pallet."""

from __future__ import annotations

from local_node.runtime.frame.pallet import CallFunction
from local_node.runtime.pallets.timestamp.set import set_

CALLS: tuple[CallFunction, ...] = (set_,)
