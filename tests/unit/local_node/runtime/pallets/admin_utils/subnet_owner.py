"""The owner of subnet 2."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    call,
    dev_context,
    go_to,
    key,
    rich,
)

OWNER = key(1)


def owned_subnet() -> Context:
    """Subnet 2 is the owner's; its epoch is far off."""
    ctx = dev_context()
    rich(ctx, OWNER)
    call(ctx, OWNER, "register_network", hotkey=key(2))
    ctx.put(storage.Tempo, 2, 100)
    ctx.put(storage.LastEpochBlock, 2, 5)
    go_to(ctx, 6)
    return ctx
