"""What stake is worth."""

from __future__ import annotations

from fractions import Fraction

from local_node.runtime.pallets.subtensor.staking.stake import coldkey_value, stake_of
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    reserves,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.move.staked import SECOND, staked_chain


def test_a_coldkeys_stake_is_worth_what_selling_brings() -> None:
    ctx = staked_chain()
    tao, alpha_in, _ = reserves(ctx)
    held = stake_of(ctx, HOTKEY, COLDKEY, NETUID)
    fee = held * 33 // 65535
    sold = held - fee
    expected = Fraction(tao * sold, alpha_in + sold) + Fraction(tao * fee, alpha_in)
    assert abs(coldkey_value(ctx, COLDKEY) - expected) <= 2
    assert coldkey_value(ctx, COLDKEY, SECOND) == 0
