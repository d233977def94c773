"""A hotkey, its children and their shares."""

from __future__ import annotations

from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.staking.children.relations import apply_pending_children
from local_node.runtime.pallets.subtensor.staking.children.set_children import set_children
from local_node.runtime.pallets.subtensor.staking.stake import increase_stake
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    HOTKEY_2,
    NETUID,
    TAO,
    at_block,
    by,
    started_chain,
)

ALL = 2**64 - 1


HALF = 2**63


CHILD = HOTKEY_2


def family(part: int = HALF) -> Context:
    """COLDKEY's hotkey with a part of its stake given to OWNER's."""
    ctx = started_chain()
    increase_stake(ctx, HOTKEY, COLDKEY, NETUID, 8 * TAO)
    set_children(ctx, by(COLDKEY), HOTKEY, NETUID, [(part, CHILD)])
    at_block(ctx, 100)
    apply_pending_children(ctx, NETUID)
    return ctx
