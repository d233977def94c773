"""The pallet's hooks, loaded with the first block."""

from __future__ import annotations

from local_node.runtime.frame.pallet import Hooks
from local_node.runtime.pallets.grandpa.pending_change import on_finalize

HOOKS = Hooks(on_finalize=on_finalize)
