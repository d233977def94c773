"""Shares between subnets by moving price, and what takes them away."""

from __future__ import annotations

from fractions import Fraction

import pytest

from chain_spec.pallets.subtensor import storage
from local_node.runtime.arithmetic.fixed import I96F32, U96F32
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.coinbase.subnet_emissions import (
    sells_root_dividends,
    subnet_block_emissions,
    subnets_to_emit_to,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import started_chain

TAO = 10**9
PRICES = {1: 0.125, 2: 0.5, 3: 0.375}


def chain_with_prices() -> Context:
    ctx = started_chain()
    for netuid, price in PRICES.items():
        ctx.put(storage.NetworksAdded, netuid, True)
        ctx.put(storage.SubnetMechanism, netuid, 1)
        ctx.put(storage.SubtokenEnabled, netuid, True)
        ctx.put(storage.FirstEmissionBlockNumber, netuid, 1)
        ctx.put(storage.SubnetMovingPrice, netuid, I96F32.from_float(price))
    return ctx


def emissions(ctx: Context) -> dict[int, float]:
    found = subnet_block_emissions(ctx, [1, 2, 3], U96F32.from_int(TAO))
    return {netuid: float(Fraction(bits, 2**32)) for netuid, bits in found.items()}


def test_emission_follows_the_moving_price() -> None:
    expected = {netuid: price * TAO for netuid, price in PRICES.items()}
    assert emissions(chain_with_prices()) == pytest.approx(expected, abs=1e-6)


def test_a_disabled_subnet_leaves_its_share_to_the_others() -> None:
    ctx = chain_with_prices()
    ctx.put(storage.SubnetEmissionEnabled, 2, False)
    assert emissions(ctx) == pytest.approx({1: TAO / 4, 2: 0, 3: TAO * 3 / 4}, abs=1e-6)


def test_withheld_miner_emission_costs_share() -> None:
    ctx = chain_with_prices()
    ctx.put(storage.MinerBurned, 2, U96F32.from_float(0.5))
    weights = {1: 0.125, 2: 0.25, 3: 0.375}
    total = sum(weights.values())
    expected = {netuid: weight / total * TAO for netuid, weight in weights.items()}
    assert emissions(ctx) == pytest.approx(expected, abs=1e-6)
    for netuid in PRICES:  # where all withhold everything, price alone decides again
        ctx.put(storage.MinerBurned, netuid, U96F32.one)
    assert emissions(ctx) == pytest.approx({n: p * TAO for n, p in PRICES.items()}, abs=1e-6)


def test_only_started_subnets_that_take_registrations_receive() -> None:
    ctx = chain_with_prices()
    assert subnets_to_emit_to(ctx, [0, 1, 2, 3]) == [1, 2, 3]
    ctx.put(storage.SubtokenEnabled, 1, False)
    ctx.remove(storage.FirstEmissionBlockNumber, 2)
    ctx.put(storage.NetworkRegistrationAllowed, 3, False)
    assert subnets_to_emit_to(ctx, [0, 1, 2, 3]) == []


def test_root_sells_only_while_prices_add_up_to_more_than_one() -> None:
    ctx = chain_with_prices()
    assert not sells_root_dividends(ctx, [1, 2, 3])
    ctx.put(storage.SubnetMovingPrice, 1, I96F32.from_float(0.126))
    assert sells_root_dividends(ctx, [1, 2, 3])
