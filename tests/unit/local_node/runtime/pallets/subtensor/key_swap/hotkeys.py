"""A hotkey on two subnets, about to be swapped."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.staking.stake import increase_stake
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    call,
    dev_context,
    go_to,
    key,
    rich,
)

COLDKEY, OLD, NEW, NOMINATOR = key(1), key(2), key(3), key(4)


def swap(
    ctx: Context, netuid: int | None = None, keep_stake: bool = False, new: bytes = NEW
) -> None:
    call(
        ctx,
        COLDKEY,
        "swap_hotkey_v2",
        hotkey=OLD,
        new_hotkey=new,
        netuid=netuid,
        keep_stake=keep_stake,
    )


def busy_hotkey() -> Context:
    """The old hotkey is registered on subnets 1 and 2 and holds stake of two coldkeys."""
    ctx = dev_context()
    rich(ctx, COLDKEY)
    call(ctx, COLDKEY, "register_network", hotkey=OLD)
    call(ctx, COLDKEY, "burned_register", netuid=1, hotkey=OLD)
    increase_stake(ctx, OLD, COLDKEY, 1, 300)
    increase_stake(ctx, OLD, NOMINATOR, 1, 100)
    increase_stake(ctx, OLD, COLDKEY, 2, 50)
    ctx.put(storage.Delegates, OLD, 500)
    go_to(ctx, 10)
    return ctx
