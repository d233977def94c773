"""Stake that can be sold."""

from __future__ import annotations

from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.staking.add.add_stake import add_stake
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    TAO,
    by,
    started_chain,
)


def staked_chain(tao: int = 20 * TAO) -> Context:
    ctx = started_chain(with_author=False)
    add_stake(ctx, by(COLDKEY), HOTKEY, NETUID, tao)
    return ctx
