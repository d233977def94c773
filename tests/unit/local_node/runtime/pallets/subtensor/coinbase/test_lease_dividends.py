"""The owner cut of a leased subnet, shared with those who paid for it."""

from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import constants, storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.coinbase.lease_dividends import (
    distribute_lease_dividends,
)
from local_node.runtime.pallets.subtensor.staking.stake import (
    increase_stake,
    stake_of,
)
from tests.unit.local_node.runtime.pallets.subtensor.chain import dev_context, go_to, key

LESSOR, HOTKEY, FRIEND, OWNER = key(1), key(2), key(3), key(4)
HELD = 10**12


@pytest.fixture
def ctx() -> Context:
    """A lease of subnet 1: half of its cut is shared, and a quarter of that is a friend's."""
    ctx = dev_context()
    lease = {
        "beneficiary": OWNER,
        "coldkey": LESSOR,
        "hotkey": HOTKEY,
        "emissions_share": 50,
        "end_block": None,
        "netuid": 1,
        "cost": 0,
    }
    ctx.put(storage.SubnetLeases, 0, lease)
    ctx.put(storage.SubnetLeaseShares, (0, FRIEND), 1 << 62)
    ctx.put(storage.Owner, HOTKEY, LESSOR)
    increase_stake(ctx, HOTKEY, LESSOR, 1, HELD)
    return ctx


def due_block(ctx: Context) -> int:
    return ctx.constant(constants.LeaseDividendsDistributionInterval)


def gathered(ctx: Context) -> int:
    return ctx.get(storage.AccumulatedLeaseDividends, 0)


def test_shares_gather_until_the_interval_comes_round(ctx: Context) -> None:
    go_to(ctx, due_block(ctx) - 1)
    distribute_lease_dividends(ctx, 0, 1001)
    distribute_lease_dividends(ctx, 0, 1000)
    assert gathered(ctx) == 501 + 500
    assert stake_of(ctx, HOTKEY, FRIEND, 1) == 0


def test_all_is_paid_at_once_and_the_rest_is_the_beneficiarys(ctx: Context) -> None:
    go_to(ctx, due_block(ctx))
    distribute_lease_dividends(ctx, 0, 8 * 10**9)
    assert gathered(ctx) == 0
    assert stake_of(ctx, HOTKEY, FRIEND, 1) == 10**9
    assert stake_of(ctx, HOTKEY, OWNER, 1) == 3 * 10**9
    assert stake_of(ctx, HOTKEY, LESSOR, 1) == HELD - 4 * 10**9


def test_a_part_below_the_minimum_stake_stops_all_of_it(ctx: Context) -> None:
    go_to(ctx, due_block(ctx))
    distribute_lease_dividends(ctx, 0, 8_000)  # the beneficiary's 3,000 are too little, too
    assert gathered(ctx) == 4_000
    ctx.put(storage.SubnetLeaseShares, (0, FRIEND), 1 << 44)  # next to nothing
    distribute_lease_dividends(ctx, 0, 8 * 10**9)
    assert gathered(ctx) == 4_000 + 4 * 10**9
    assert stake_of(ctx, HOTKEY, FRIEND, 1) == stake_of(ctx, HOTKEY, OWNER, 1) == 0
    assert stake_of(ctx, HOTKEY, LESSOR, 1) == HELD


def test_nothing_gathers_after_the_end_or_without_a_lease(ctx: Context) -> None:
    lease = ctx.get(storage.SubnetLeases, 0)
    ctx.put(storage.SubnetLeases, 0, {**lease, "end_block": 5})
    go_to(ctx, 5)
    distribute_lease_dividends(ctx, 0, 1000)
    distribute_lease_dividends(ctx, 7, 1000)
    assert gathered(ctx) == ctx.get(storage.AccumulatedLeaseDividends, 7) == 0
