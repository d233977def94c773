"""The dispatchables, in the order of their indices; loaded with the first call of the pallet."""

from __future__ import annotations

from local_node.runtime.frame.pallet import CallFunction
from local_node.runtime.pallets.commitments.set_commitment import set_commitment
from local_node.runtime.pallets.commitments.set_max_space import set_max_space

CALLS: tuple[CallFunction, ...] = (set_commitment, set_max_space)
