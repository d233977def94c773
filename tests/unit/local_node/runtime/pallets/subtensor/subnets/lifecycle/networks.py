"""Keys that create subnets."""

from __future__ import annotations

from tests.unit.local_node.runtime.pallets.subtensor.chain import key

OWNER, HOTKEY, OTHER = key(1), key(2), key(3)
