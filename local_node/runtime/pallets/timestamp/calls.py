"""The dispatchables by index, loaded with the pallet's first call."""

from __future__ import annotations

from local_node.runtime.frame.pallet import CallFunction
from local_node.runtime.pallets.timestamp.set import set_

CALLS: tuple[CallFunction, ...] = (set_,)
