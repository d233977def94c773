"""Buying alpha up to a price."""

from __future__ import annotations

from fractions import Fraction

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.pallets.subtensor.staking.add.add_stake_limit import add_stake_limit
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT
from tests.unit.local_node.runtime.pallets.subtensor.staking.add.buying import AMOUNT
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    OTHER,
    TAO,
    by,
    fails,
    reserves,
    started_chain,
)


def test_a_limit_stakes_a_part_or_refuses_all() -> None:
    ctx = started_chain()
    double = 2 * TAO  # twice the price: sqrt(2) - 1 of the reserve
    with fails(errors.SlippageTooHigh):
        add_stake_limit(ctx, by(COLDKEY), HOTKEY, NETUID, AMOUNT, double, False)
    add_stake_limit(ctx, by(COLDKEY), HOTKEY, NETUID, AMOUNT, double, True)
    tao, _, _ = reserves(ctx)
    # y' squared is 2 y squared, to the last rao of the fee's rounding.
    assert abs(Fraction(tao**2, (10 * TAO) ** 2) - 2) < Fraction(1, 10**8)
    with fails(errors.SlippageTooHigh):
        add_stake_limit(ctx, by(COLDKEY), HOTKEY, ROOT, AMOUNT, TAO - 1, False)


def test_staking_to_anothers_hotkey_makes_it_a_delegate() -> None:
    ctx = started_chain()
    assert not ctx.contains(storage.Delegates, HOTKEY)
    add_stake_limit(ctx, by(OTHER), HOTKEY, NETUID, TAO, 2 * TAO, True)
    assert ctx.contains(storage.Delegates, HOTKEY)
    assert ctx.get(storage.StakingHotkeys, OTHER) == [HOTKEY]
