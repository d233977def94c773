"""The pallet's hooks, loaded with the first block."""

from __future__ import annotations

from local_node.runtime.frame.pallet import Hooks
from local_node.runtime.pallets.safe_mode.exit import on_initialize
from local_node.runtime.pallets.safe_mode.mode import passes

HOOKS = Hooks(on_initialize=on_initialize, filter=passes)
