"""A subnet whose epoch is far off."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    dev_context,
    go_to,
)


def far_epoch() -> Context:
    """The epoch of subnet 1 is far off: it comes at block 105, and its window opens at 95."""
    ctx = dev_context()
    ctx.put(storage.Tempo, 1, 100)
    ctx.put(storage.LastEpochBlock, 1, 5)
    go_to(ctx, 6)
    return ctx
