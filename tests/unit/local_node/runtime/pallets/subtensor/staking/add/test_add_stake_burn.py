"""Buying alpha to burn it."""

from __future__ import annotations

from chain_spec.pallets import alpha_assets
from local_node.runtime.pallets.subtensor.staking.add.add_stake_burn import add_stake_burn
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    TAO,
    by,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.move.staked import staked_chain


def test_buying_to_burn_leaves_no_stake() -> None:
    ctx = staked_chain()
    held = stake_of(ctx, HOTKEY, COLDKEY, NETUID)
    add_stake_burn(ctx, by(COLDKEY), HOTKEY, NETUID, TAO, None)
    assert stake_of(ctx, HOTKEY, COLDKEY, NETUID) == held
    assert ctx.get(alpha_assets.storage.AlphaBurned, NETUID) > 0
