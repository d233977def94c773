from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from tests.unit.local_node.runtime.pallets.subtensor.chain import TAO
from tests.unit.local_node.runtime.pallets.subtensor.key_swap.hotkeys import (
    COLDKEY,
    NEW,
    NOMINATOR,
    OLD,
    busy_hotkey,
    swap,
)


@pytest.fixture
def ctx() -> Context:
    return busy_hotkey()


def test_on_one_subnet_the_old_hotkey_lives_on_elsewhere(ctx: Context) -> None:
    issuance = currency.total_issuance(ctx)
    swap(ctx, netuid=1)
    assert currency.total_issuance(ctx) == issuance - TAO // 1_000
    assert ctx.contains(storage.Uids, (1, NEW))
    assert ctx.contains(storage.Uids, (2, OLD))
    assert stake_of(ctx, NEW, NOMINATOR, 1) == 100
    assert stake_of(ctx, OLD, COLDKEY, 2) == 50
    assert ctx.get(storage.Owner, OLD) == ctx.get(storage.Owner, NEW) == COLDKEY


def test_kept_stake_stays(ctx: Context) -> None:
    swap(ctx, netuid=1, keep_stake=True)
    assert ctx.contains(storage.Uids, (1, NEW))
    assert stake_of(ctx, OLD, COLDKEY, 1) == 300
    assert stake_of(ctx, NEW, COLDKEY, 1) == 0
