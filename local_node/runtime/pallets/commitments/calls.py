"""The dispatchables by index, loaded with the pallet's first call."""

from __future__ import annotations

from local_node.runtime.frame.pallet import CallFunction
from local_node.runtime.pallets.commitments.set_commitment import set_commitment
from local_node.runtime.pallets.commitments.set_max_space import set_max_space

CALLS: tuple[CallFunction, ...] = (set_commitment, set_max_space)
