"""Orders at the limits of price."""

from __future__ import annotations

from chain_spec.pallets import swap
from local_node.runtime.pallets.swap.execution import execute_swap
from local_node.runtime.pallets.swap.orders import (
    MAX_PRICE,
    MIN_PRICE,
    GetAlphaForTao,
    GetTaoForAlpha,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import NETUID, TAO, fails
from tests.unit.local_node.runtime.pallets.swap.pools import with_pool


def test_refusals() -> None:
    ctx = with_pool(10 * TAO, 10 * TAO)
    with fails(swap.errors.SwapInputTooLarge):
        execute_swap(ctx, NETUID, GetAlphaForTao(10_100 * TAO), MAX_PRICE)
    with fails(swap.errors.PriceLimitExceeded):
        execute_swap(ctx, NETUID, GetAlphaForTao(TAO), TAO)
    with fails(swap.errors.PriceLimitExceeded):
        execute_swap(ctx, NETUID, GetTaoForAlpha(TAO), TAO)
    with fails(swap.errors.ReservesTooLow):
        execute_swap(with_pool(999_999, TAO), NETUID, GetTaoForAlpha(1), MIN_PRICE)
    with fails(swap.errors.ReservesTooLow):  # a rao of alpha buys no rao of TAO here
        execute_swap(with_pool(10**6, TAO), NETUID, GetTaoForAlpha(1), 0)
