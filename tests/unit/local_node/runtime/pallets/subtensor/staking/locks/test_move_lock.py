from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.pallets.subtensor.staking.locks.move_lock import move_lock
from local_node.runtime.pallets.subtensor.staking.locks.subnet_king import (
    hotkey_conviction,
    total_conviction,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    HOTKEY_2,
    NETUID,
    at_block,
    by,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.locks.locked import (
    lock_of,
    locked_chain,
)


def test_a_lock_moves_and_keeps_conviction_only_with_the_owner() -> None:
    ctx = locked_chain()
    at_block(ctx, 100_001)
    conviction = hotkey_conviction(ctx, HOTKEY, NETUID)
    assert conviction > 0
    move_lock(ctx, by(COLDKEY), HOTKEY_2, NETUID)  # another owner
    moved = lock_of(ctx, COLDKEY, HOTKEY_2)
    assert moved is not None
    assert moved[1] == 0
    assert lock_of(ctx, COLDKEY, HOTKEY) is None
    assert ctx.get(storage.DecayingHotkeyLock, (NETUID, HOTKEY)) is None
    assert total_conviction(ctx, NETUID) == 0
    ctx.put(storage.Owner, HOTKEY_2, COLDKEY)
    at_block(ctx, 200_001)
    gained = hotkey_conviction(ctx, HOTKEY_2, NETUID)
    move_lock(ctx, by(COLDKEY), HOTKEY, NETUID)
    assert hotkey_conviction(ctx, HOTKEY, NETUID) == gained > 0
