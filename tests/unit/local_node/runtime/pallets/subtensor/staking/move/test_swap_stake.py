"""Swapping stake between subnets."""

from __future__ import annotations

from fractions import Fraction

from local_node.runtime.pallets.subtensor.staking.add.add_stake import add_stake
from local_node.runtime.pallets.subtensor.staking.move.swap_stake import swap_stake
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    TAO,
    by,
    reserves,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.move.staked import SECOND, staked_chain


def test_a_swap_between_subnets_takes_one_fee_on_the_sale() -> None:
    ctx = staked_chain()
    tao, alpha_in, _ = reserves(ctx)
    swap_stake(ctx, by(COLDKEY), HOTKEY, NETUID, SECOND, TAO)
    sold = TAO - TAO * 33 // 65535
    fetched = Fraction(tao * sold, alpha_in + sold)
    bought = 40 * TAO * fetched / (40 * TAO + fetched)
    assert abs(stake_of(ctx, HOTKEY, COLDKEY, SECOND) - bought) <= 2


def test_leaving_root_takes_the_fee_on_the_purchase() -> None:
    ctx = staked_chain()
    add_stake(ctx, by(COLDKEY), HOTKEY, ROOT, 2 * TAO)
    swap_stake(ctx, by(COLDKEY), HOTKEY, ROOT, SECOND, TAO)
    net = TAO - TAO * 33 // 65535
    assert (
        abs(stake_of(ctx, HOTKEY, COLDKEY, SECOND) - Fraction(40 * TAO * net, 40 * TAO + net)) <= 1
    )
    assert stake_of(ctx, HOTKEY, COLDKEY, ROOT) == TAO
