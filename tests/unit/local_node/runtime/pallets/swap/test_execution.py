"""Swaps over storage: refusals in order, simulation without a trace, the calls, the API."""

from __future__ import annotations

from local_node.runtime.pallets.swap.execution import execute_swap, simulate_swap, try_simulate_swap
from local_node.runtime.pallets.swap.orders import MAX_PRICE, GetAlphaForTao
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import NETUID, TAO
from tests.unit.local_node.runtime.pallets.swap.pools import ROOT, STORED, with_pool


def test_simulating_writes_nothing_and_executing_writes_weights_once() -> None:
    ctx = with_pool(10 * TAO, 10 * TAO)
    order = GetAlphaForTao(TAO)
    expected = simulate_swap(ctx, NETUID, order)
    assert not any(ctx.contains(item, NETUID) for item in STORED)
    assert execute_swap(ctx, NETUID, order, MAX_PRICE) == expected
    assert all(ctx.contains(item, NETUID) for item in STORED)
    assert try_simulate_swap(ctx, NETUID, GetAlphaForTao(10**18)) is None
    assert simulate_swap(ctx, ROOT, order) == (TAO, TAO, 0, 0)
    assert simulate_swap(ctx, 9, order) == (0, 0, 0, 0)
