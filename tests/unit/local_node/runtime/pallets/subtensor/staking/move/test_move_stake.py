"""Moving stake to another hotkey."""

from __future__ import annotations

from fractions import Fraction

from local_node.runtime.pallets.subtensor.staking.move.move_stake import move_stake
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    HOTKEY_2,
    NETUID,
    TAO,
    by,
    reserves,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.move.staked import staked_chain
from tests.unit.local_node.runtime.support import decoded_events


def test_a_move_within_the_subnet_changes_the_hotkey_and_nothing_else() -> None:
    ctx = staked_chain()
    held, before = stake_of(ctx, HOTKEY, COLDKEY, NETUID), reserves(ctx)
    move_stake(ctx, by(COLDKEY), HOTKEY, HOTKEY_2, NETUID, NETUID, TAO)
    assert stake_of(ctx, HOTKEY, COLDKEY, NETUID) == held - TAO
    assert stake_of(ctx, HOTKEY_2, COLDKEY, NETUID) == TAO
    assert reserves(ctx) == before
    worth = int(Fraction(before[0], before[1]) * TAO)
    fields = (COLDKEY, HOTKEY, NETUID, HOTKEY_2, NETUID, worth)
    assert ("SubtensorModule", "StakeMoved", fields) in decoded_events(ctx)
