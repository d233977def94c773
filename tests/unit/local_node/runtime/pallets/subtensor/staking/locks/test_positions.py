from __future__ import annotations

from local_node.runtime.pallets.subtensor.staking.locks.lock_settings import set_perpetual_lock
from local_node.runtime.pallets.subtensor.staking.locks.positions import force_reduce_lock
from local_node.runtime.pallets.subtensor.staking.locks.subnet_king import (
    hotkey_conviction,
    total_conviction,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    TAO,
    at_block,
    by,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.locks.locked import (
    ONE,
    lock_of,
    locked_chain,
)


def test_forced_reduction_takes_conviction_in_proportion() -> None:
    ctx = locked_chain()
    set_perpetual_lock(ctx, by(COLDKEY), NETUID, True)
    at_block(ctx, 100_001)
    before = hotkey_conviction(ctx, HOTKEY, NETUID)
    force_reduce_lock(ctx, COLDKEY, NETUID, TAO // 4)
    mass, conviction = lock_of(ctx, COLDKEY, HOTKEY) or (0, 0)
    assert mass == TAO - TAO // 4
    assert abs(conviction - before * 3 // 4) < ONE
    force_reduce_lock(ctx, COLDKEY, NETUID, TAO)
    assert lock_of(ctx, COLDKEY, HOTKEY) is None
    assert total_conviction(ctx, NETUID) == 0
