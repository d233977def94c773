from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.pallets.subtensor.staking.locks.lock_settings import set_perpetual_lock
from local_node.runtime.pallets.subtensor.staking.locks.positions import stake_availability
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    TAO,
    at_block,
    by,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.locks.locked import locked_chain


def test_a_perpetual_lock_counts_in_the_other_bucket() -> None:
    ctx = locked_chain()
    set_perpetual_lock(ctx, by(COLDKEY), NETUID, True)
    assert ctx.get(storage.DecayingHotkeyLock, (NETUID, HOTKEY)) is None
    bucket = ctx.get(storage.HotkeyLock, (NETUID, HOTKEY))
    assert bucket is not None
    assert bucket["locked_mass"] == TAO
    at_block(ctx, 934_867)
    assert stake_availability(ctx, COLDKEY, NETUID)[1] == TAO
    set_perpetual_lock(ctx, by(COLDKEY), NETUID, False)
    assert ctx.get(storage.HotkeyLock, (NETUID, HOTKEY)) is None
    at_block(ctx, 2 * 934_866 + 1)
    left = stake_availability(ctx, COLDKEY, NETUID)[1]
    assert abs(left - TAO / 2.718281828) < 1_000
