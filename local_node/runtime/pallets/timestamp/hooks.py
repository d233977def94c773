"""The check that each block sets the time once."""

from __future__ import annotations

from chain_spec.pallets import timestamp
from local_node.runtime.frame import Context, Weight, panic
from local_node.runtime.frame.pallet import Hooks, Inherent
from local_node.runtime.pallets.timestamp.inherent import IDENTIFIER, check, create

ON_FINALIZE = Weight(3_745_000)
"""The weight of `on_finalize`, similar to Substrate's benchmark; it affects no fee."""


def on_initialize(ctx: Context) -> Weight:
    return ON_FINALIZE


def on_finalize(ctx: Context) -> None:
    if not ctx.take(timestamp.storage.DidUpdate):
        panic("Timestamp must be updated once in the block")


HOOKS = Hooks(
    on_initialize=on_initialize,
    on_finalize=on_finalize,
    inherent=Inherent(IDENTIFIER, create, check, call="set"),
)
