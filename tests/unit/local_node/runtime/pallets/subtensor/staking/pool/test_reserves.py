"""A swap through the reserves, and back."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.pallets.subtensor.staking.pool.reserves import (
    swap_alpha_for_tao,
    swap_tao_for_alpha,
)
from local_node.runtime.pallets.swap.orders import MAX_PRICE, MIN_PRICE
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    NETUID,
    TAO,
    reserves,
    started_chain,
)


def test_what_is_paid_in_and_out_moves_between_the_reserves() -> None:
    ctx = started_chain()
    tao, alpha_in, alpha_out = reserves(ctx)
    staked = ctx.get(storage.TotalStake)
    bought = swap_tao_for_alpha(ctx, NETUID, 5 * TAO, MAX_PRICE)
    out = bought.amount_paid_out
    assert 0 < bought.fee_paid < 5 * TAO
    assert reserves(ctx) == (tao + bought.amount_paid_in, alpha_in - out, alpha_out + out)
    assert ctx.get(storage.TotalStake) == staked + 5 * TAO
    assert ctx.get(storage.SubnetVolume, NETUID) == 5 * TAO
    sold = swap_alpha_for_tao(ctx, NETUID, out, MIN_PRICE)
    after = reserves(ctx)
    assert after[1] + after[2] == alpha_in + alpha_out
    assert after[0] == tao + bought.amount_paid_in - sold.amount_paid_out > tao
    assert ctx.get(storage.SubnetVolume, NETUID) == 5 * TAO + sold.amount_paid_out


def test_without_fees_a_round_trip_costs_rounding_alone() -> None:
    ctx = started_chain()
    bought = swap_tao_for_alpha(ctx, NETUID, TAO, MAX_PRICE, drop_fees=True)
    back = swap_alpha_for_tao(ctx, NETUID, bought.amount_paid_out, MIN_PRICE, drop_fees=True)
    assert bought.fee_paid == back.fee_paid == 0
    assert TAO - 2 <= back.amount_paid_out <= TAO


def test_root_trades_one_to_one() -> None:
    ctx = started_chain()
    before = reserves(ctx, 0)
    assert swap_tao_for_alpha(ctx, 0, 70, MAX_PRICE) == (70, 70, 0, 0)
    assert reserves(ctx, 0) == (before[0] + 70, max(0, before[1] - 70), before[2] + 70)
    assert swap_alpha_for_tao(ctx, 0, 20, MIN_PRICE) == (20, 20, 0, 0)
    assert reserves(ctx, 0)[2] == before[2] + 50
