from __future__ import annotations

from fractions import Fraction

from local_node.runtime.pallets.subtensor.staking.remove.remove_stake_limit import (
    remove_stake_limit,
)
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    TAO,
    by,
    reserves,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.remove.staked import staked_chain


def test_a_limit_sells_a_part_and_the_rest_stays_staked() -> None:
    ctx = staked_chain()
    held = stake_of(ctx, HOTKEY, COLDKEY, NETUID)
    tao, alpha_in, _ = reserves(ctx)
    limit = 8 * TAO  # the price stands at about 9 TAO
    remove_stake_limit(ctx, by(COLDKEY), HOTKEY, NETUID, 5 * TAO, limit, True)
    tao_after, alpha_after, _ = reserves(ctx)
    assert Fraction(tao_after, alpha_after) - 8 < Fraction(1, 10**6)
    assert 0 < held - stake_of(ctx, HOTKEY, COLDKEY, NETUID) < 5 * TAO
    assert tao_after < tao
    assert alpha_after > alpha_in
