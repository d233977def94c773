"""Pallet `Aura` (index 3): the block authors and their slots.

`slot` reads the slot from the digest and checks the timestamp; `genesis` sets the authorities.
"""

from __future__ import annotations

from chain_spec.pallets import aura
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    aura.pallet,
    hooks=later(__name__, "hooks.HOOKS"),
    genesis=later(__name__, "genesis.genesis"),
    apis=later(__name__, "apis.APIS"),
)
