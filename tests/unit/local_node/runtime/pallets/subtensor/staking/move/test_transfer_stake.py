"""Giving stake to another coldkey."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.pallets.subtensor.staking.move.transfer_stake import transfer_stake
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    OTHER,
    TAO,
    by,
    fails,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.move.staked import SECOND, staked_chain


def test_giving_stake_asks_both_subnets() -> None:
    ctx = staked_chain()
    transfer_stake(ctx, by(COLDKEY), OTHER, HOTKEY, NETUID, NETUID, TAO)
    assert stake_of(ctx, HOTKEY, OTHER, NETUID) == TAO
    transfer_stake(ctx, by(OTHER), COLDKEY, HOTKEY, NETUID, SECOND, TAO)
    assert stake_of(ctx, HOTKEY, COLDKEY, SECOND) > 0
    ctx.put(storage.TransferToggle, SECOND, False)
    with fails(errors.TransferDisallowed):
        transfer_stake(ctx, by(COLDKEY), OTHER, HOTKEY, NETUID, SECOND, TAO)
