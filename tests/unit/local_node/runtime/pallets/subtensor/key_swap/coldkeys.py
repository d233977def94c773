"""A coldkey with a subnet, about to be swapped."""

from __future__ import annotations

from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.staking.stake import increase_stake
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    call,
    dev_context,
    go_to,
    key,
    rich,
)

OLD, NEW, HOTKEY = key(1), key(2), key(3)


def owning_coldkey() -> Context:
    """The old coldkey owns subnet 2, its hotkey there, and stake."""
    ctx = dev_context()
    rich(ctx, OLD)
    call(ctx, OLD, "register_network", hotkey=HOTKEY)
    increase_stake(ctx, HOTKEY, OLD, 2, 70)
    go_to(ctx, 10)
    return ctx
