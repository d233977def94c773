"""Nominations too small to stay."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.pallets.subtensor.staking.add.add_stake import add_stake
from local_node.runtime.pallets.subtensor.staking.remove.remove_stake import remove_stake
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    OTHER,
    TAO,
    by,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.remove.staked import staked_chain


def test_a_small_nomination_is_cleared_and_an_owners_is_not() -> None:
    ctx = staked_chain()
    add_stake(ctx, by(OTHER), HOTKEY, NETUID, TAO)
    ctx.set(storage.NominatorMinRequiredStake, 100_000_000)  # a hundred minimum stakes: 0.2 TAO
    held = stake_of(ctx, HOTKEY, OTHER, NETUID)
    remove_stake(ctx, by(OTHER), HOTKEY, NETUID, held - 1_000_000)
    assert stake_of(ctx, HOTKEY, OTHER, NETUID) == 0
    held = stake_of(ctx, HOTKEY, COLDKEY, NETUID)
    remove_stake(ctx, by(COLDKEY), HOTKEY, NETUID, held - 1_000_000)
    assert stake_of(ctx, HOTKEY, COLDKEY, NETUID) == 1_000_000
