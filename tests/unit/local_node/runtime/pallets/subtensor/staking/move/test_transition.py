"""Moving, giving and swapping stake; taking it out of the issuance; takes and auto-stake."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.pallets.subtensor.staking.move.move_stake import move_stake
from local_node.runtime.pallets.subtensor.staking.move.swap_stake import swap_stake
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    HOTKEY_2,
    NETUID,
    TAO,
    by,
    fails,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.move.staked import SECOND, staked_chain


def test_refusals() -> None:
    ctx = staked_chain()
    with fails(errors.SameNetuid):
        swap_stake(ctx, by(COLDKEY), HOTKEY, NETUID, NETUID, TAO)
    with fails(errors.SubnetNotExists):
        swap_stake(ctx, by(COLDKEY), HOTKEY, NETUID, 9, TAO)
    with fails(errors.HotKeyAccountNotExists):
        move_stake(ctx, by(COLDKEY), HOTKEY, b"\x79" * 32, NETUID, NETUID, TAO)
    with fails(errors.AmountTooLow):
        move_stake(ctx, by(COLDKEY), HOTKEY, HOTKEY_2, NETUID, NETUID, 100)
    with fails(errors.AmountTooLow):
        swap_stake(ctx, by(COLDKEY), HOTKEY, NETUID, SECOND, 100)
    ctx.put(storage.SubtokenEnabled, SECOND, False)
    with fails(errors.SubtokenDisabled):
        swap_stake(ctx, by(COLDKEY), HOTKEY, NETUID, SECOND, TAO)
