"""Pallet `Aura` (index 3): who may author a block, and in which slot.

`slot` reads the slot from the digest and holds time to it; `genesis` names the authorities.
"""

from __future__ import annotations

from chain_spec.apis.aura import api as aura_api
from chain_spec.pallets import aura
from local_node.runtime.frame.pallet import Hooks, RuntimePallet
from local_node.runtime.pallets.aura.genesis import genesis
from local_node.runtime.pallets.aura.runtime_api import authorities, slot_duration
from local_node.runtime.pallets.aura.slot import on_initialize

PALLET = RuntimePallet(
    aura.pallet,
    hooks=Hooks(on_initialize=on_initialize),
    genesis=genesis,
    apis={aura_api: (slot_duration, authorities)},
)
