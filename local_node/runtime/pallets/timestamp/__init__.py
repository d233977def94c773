"""Pallet `Timestamp` (index 2): the time of the block, an inherent of its author.

`set` is the call, `inherent` makes and checks it, `hooks` sees that each block has one.
"""

from __future__ import annotations

from chain_spec.pallets import timestamp
from local_node.runtime.frame.pallet import Hooks, Inherent, RuntimePallet
from local_node.runtime.pallets.timestamp.hooks import on_finalize, on_initialize
from local_node.runtime.pallets.timestamp.inherent import IDENTIFIER, check, create
from local_node.runtime.pallets.timestamp.set import set_

PALLET = RuntimePallet(
    timestamp.pallet,
    calls=(set_,),
    hooks=Hooks(
        on_initialize=on_initialize,
        on_finalize=on_finalize,
        inherent=Inherent(IDENTIFIER, create, check, call="set"),
    ),
)
