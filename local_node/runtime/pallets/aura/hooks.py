"""The pallet's hooks, loaded with the first block."""

from __future__ import annotations

from local_node.runtime.frame.pallet import Hooks
from local_node.runtime.pallets.aura.slot import on_initialize

HOOKS = Hooks(on_initialize=on_initialize)
