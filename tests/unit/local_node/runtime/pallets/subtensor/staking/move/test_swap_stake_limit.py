"""Swapping stake within a limit."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors
from local_node.runtime.pallets.subtensor.staking.move.swap_stake_limit import swap_stake_limit
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    TAO,
    by,
    fails,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.move.staked import SECOND, staked_chain


def test_a_limit_on_the_ratio_of_prices() -> None:
    ctx = staked_chain()
    held = stake_of(ctx, HOTKEY, COLDKEY, NETUID)
    # The price stands at four on subnet 1 and at one on subnet 2.
    with fails(errors.SlippageTooHigh):
        swap_stake_limit(ctx, by(COLDKEY), HOTKEY, NETUID, SECOND, held, 39 * TAO // 10, False)
    swap_stake_limit(ctx, by(COLDKEY), HOTKEY, NETUID, SECOND, held, 39 * TAO // 10, True)
    moved = held - stake_of(ctx, HOTKEY, COLDKEY, NETUID)
    assert 0 < moved < held
    swap_stake_limit(ctx, by(COLDKEY), HOTKEY, NETUID, ROOT, TAO, 1, False)
    assert stake_of(ctx, HOTKEY, COLDKEY, ROOT) > 0
