"""The pallet's hooks, loaded with the first block."""

from __future__ import annotations

from local_node.runtime.frame.pallet import Hooks, Inherent
from local_node.runtime.pallets.mev_shield import author_keys
from local_node.runtime.pallets.mev_shield.pending import process

HOOKS = Hooks(
    on_initialize=process,
    inherent=Inherent(
        author_keys.IDENTIFIER, author_keys.create, author_keys.check, call="announce_next_key"
    ),
)
