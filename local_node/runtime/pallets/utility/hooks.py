"""The pallet's hooks, loaded with the first block."""

from __future__ import annotations

from local_node.runtime.frame.pallet import Hooks
from local_node.runtime.pallets.utility.nesting import is_not_nested

HOOKS = Hooks(filter=is_not_nested)
