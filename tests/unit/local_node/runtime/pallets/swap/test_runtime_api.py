from __future__ import annotations

from local_node.runtime.pallets.swap.execution import simulate_swap
from local_node.runtime.pallets.swap.orders import GetAlphaForTao, GetTaoForAlpha
from local_node.runtime.pallets.swap.runtime_api import (
    sim_swap_alpha_for_tao,
    sim_swap_tao_for_alpha,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import NETUID, TAO
from tests.unit.local_node.runtime.pallets.swap.pools import with_pool


def test_quotes_for_clients() -> None:
    ctx = with_pool(20 * TAO, 10 * TAO)
    quote = sim_swap_tao_for_alpha(ctx, NETUID, 2 * TAO)
    result = simulate_swap(ctx, NETUID, GetAlphaForTao(2 * TAO))
    assert quote == {
        "tao_amount": result.amount_paid_in,
        "alpha_amount": result.amount_paid_out,
        "tao_fee": result.fee_paid,
        "alpha_fee": 0,
        "tao_slippage": 0,
        "alpha_slippage": TAO - result.amount_paid_out,
    }
    back = sim_swap_alpha_for_tao(ctx, NETUID, TAO)
    result = simulate_swap(ctx, NETUID, GetTaoForAlpha(TAO))
    assert back["tao_slippage"] == 2 * TAO - result.amount_paid_out
    assert back["alpha_fee"] == result.fee_paid > 0
    assert set(sim_swap_alpha_for_tao(ctx, NETUID, 10**18).values()) == {0}
