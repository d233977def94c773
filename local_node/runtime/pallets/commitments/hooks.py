"""The pallet's hooks, loaded with the first block."""

from __future__ import annotations

from local_node.runtime.frame.pallet import Hooks
from local_node.runtime.pallets.commitments.reveal import reveal

HOOKS = Hooks(on_initialize=reveal)
