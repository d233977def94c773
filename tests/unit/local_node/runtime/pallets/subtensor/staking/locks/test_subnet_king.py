from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.pallets.subtensor.staking.locks.lock_settings import set_perpetual_lock
from local_node.runtime.pallets.subtensor.staking.locks.positions import destroy_locks
from local_node.runtime.pallets.subtensor.staking.locks.subnet_king import (
    ONE_YEAR,
    change_owner_if_needed,
    subnet_king,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    HOTKEY_2,
    NETUID,
    OTHER,
    TAO,
    at_block,
    by,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.locks.locked import ONE, locked_chain


def test_after_a_year_the_leading_hotkeys_owner_takes_the_subnet() -> None:
    ctx = locked_chain(3 * TAO)
    set_perpetual_lock(ctx, by(COLDKEY), NETUID, True)
    ctx.put(storage.SubnetOwner, NETUID, OTHER)
    ctx.put(storage.SubnetOwnerHotkey, NETUID, HOTKEY_2)
    at_block(ctx, ONE_YEAR - 1)
    change_owner_if_needed(ctx, NETUID)
    assert ctx.get(storage.SubnetOwner, NETUID) == OTHER
    at_block(ctx, ONE_YEAR)
    assert subnet_king(ctx, NETUID) == HOTKEY
    change_owner_if_needed(ctx, NETUID)
    assert ctx.get(storage.SubnetOwner, NETUID) == COLDKEY
    assert ctx.get(storage.SubnetOwnerHotkey, NETUID) == HOTKEY
    assert ctx.contains(storage.Uids, (NETUID, HOTKEY))
    assert ctx.get(storage.HotkeyLock, (NETUID, HOTKEY)) is None
    crowned = ctx.get(storage.OwnerLock, NETUID)
    assert crowned is not None
    assert crowned["conviction"] == 3 * TAO * ONE  # full conviction at once
    destroy_locks(ctx, NETUID)
    for item in (storage.Lock, storage.LockingColdkeys, storage.OwnerLock, storage.DecayingLock):
        assert not list(ctx.keys(item))
