"""Root dividends in key swaps: both keys' are added."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.arithmetic.fixed import I96F32
from local_node.runtime.pallets.subtensor.key_swap.root_dividends import (
    move_claimable,
    move_claimed,
)
from local_node.runtime.pallets.subtensor.staking.root_claims.dividends import (
    claimable_rates,
    store_claimable_rates,
)
from tests.unit.local_node.runtime.pallets.subtensor.chain import dev_context, key

OLD, NEW, COLDKEY = key(1), key(2), key(3)
ONE = I96F32.from_int(1)


def test_rates_are_added_subnet_by_subnet() -> None:
    ctx = dev_context()
    store_claimable_rates(ctx, OLD, {1: ONE, 3: 2 * ONE})
    store_claimable_rates(ctx, NEW, {3: ONE, 2: ONE})
    assert move_claimable(ctx, OLD, NEW) == [1, 2, 3]
    assert claimable_rates(ctx, NEW) == {1: ONE, 2: ONE, 3: 3 * ONE}
    assert claimable_rates(ctx, OLD) == {}


def test_what_was_claimed_is_added_and_bounded() -> None:
    ctx = dev_context()
    ctx.put(storage.RootClaimed, (1, OLD, COLDKEY), 5)
    ctx.put(storage.RootClaimed, (1, NEW, COLDKEY), 7)
    move_claimed(ctx, 1, (OLD, COLDKEY), (NEW, COLDKEY))
    assert ctx.get(storage.RootClaimed, (1, NEW, COLDKEY)) == 12
    assert not ctx.contains(storage.RootClaimed, (1, OLD, COLDKEY))
    ctx.put(storage.RootClaimed, (1, OLD, COLDKEY), 2**128 - 1)
    move_claimed(ctx, 1, (OLD, COLDKEY), (NEW, COLDKEY))
    assert ctx.get(storage.RootClaimed, (1, NEW, COLDKEY)) == 2**128 - 1
