from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.frame.origin import root
from local_node.runtime.pallets.subtensor.staking.root_claims.dividends import owed
from local_node.runtime.pallets.subtensor.staking.stake import increase_stake
from tests.unit.local_node.runtime.pallets.subtensor.chain import call
from tests.unit.local_node.runtime.pallets.subtensor.key_swap.coldkeys import (
    HOTKEY,
    NEW,
    OLD,
    owning_coldkey,
)


@pytest.fixture
def ctx() -> Context:
    return owning_coldkey()


def test_claims_follow_only_where_alpha_is_held(ctx: Context) -> None:
    """As in the source: elsewhere the new coldkey may claim the same root dividends again."""
    increase_stake(ctx, HOTKEY, OLD, 0, 1_000)
    ctx.put(storage.RootClaimable, HOTKEY, [(1, 1 << 31), (2, 1 << 31)])
    for netuid in (1, 2):
        ctx.put(storage.RootClaimed, (netuid, HOTKEY, OLD), 500)
        assert owed(ctx, HOTKEY, OLD, netuid) == 0
    call(ctx, root, "swap_coldkey", old_coldkey=OLD, new_coldkey=NEW, swap_cost=0)
    assert ctx.get(storage.RootClaimed, (2, HOTKEY, NEW)) == 500
    assert owed(ctx, HOTKEY, NEW, 2) == 0
    assert ctx.get(storage.RootClaimed, (1, HOTKEY, OLD)) == 500
    assert owed(ctx, HOTKEY, NEW, 1) == 500 << 32
