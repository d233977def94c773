"""Stake on one of two subnets."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.staking.add.add_stake import add_stake
from local_node.runtime.pallets.subtensor.subnets.subnet import account_id
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    TAO,
    by,
    started_chain,
)

SECOND = 2


def staked_chain() -> Context:
    """Stake on subnet 1, and a second subnet with four times its pool."""
    ctx = started_chain()
    for item, value in (
        (storage.NetworksAdded, True),
        (storage.SubnetMechanism, 1),
        (storage.SubtokenEnabled, True),
        (storage.SubnetTAO, 40 * TAO),
        (storage.SubnetAlphaIn, 40 * TAO),
    ):
        ctx.put(item, SECOND, value)
    currency.mint(ctx, account_id(SECOND), 40 * TAO)
    add_stake(ctx, by(COLDKEY), HOTKEY, NETUID, 10 * TAO)
    return ctx
