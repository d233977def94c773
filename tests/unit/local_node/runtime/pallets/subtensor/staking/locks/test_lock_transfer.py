from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.pallets.subtensor.staking.locks.lock_settings import set_reject_locked_alpha
from local_node.runtime.pallets.subtensor.staking.move.transfer_stake import transfer_stake
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    OTHER,
    TAO,
    by,
    fails,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.locks.locked import (
    lock_of,
    locked_chain,
)


def test_stake_that_is_given_takes_its_lock_along_if_the_receiver_agrees() -> None:
    ctx = locked_chain()
    held = stake_of(ctx, HOTKEY, COLDKEY, NETUID)
    with fails(errors.AccountRejectsLockedAlpha):
        transfer_stake(ctx, by(COLDKEY), OTHER, HOTKEY, NETUID, NETUID, held)
    set_reject_locked_alpha(ctx, by(OTHER), False)
    transfer_stake(ctx, by(COLDKEY), OTHER, HOTKEY, NETUID, NETUID, held - TAO // 2)
    assert lock_of(ctx, COLDKEY, HOTKEY) == (TAO // 2, 0)
    assert lock_of(ctx, OTHER, HOTKEY) == (TAO - TAO // 2, 0)
    bucket = ctx.get(storage.DecayingHotkeyLock, (NETUID, HOTKEY))
    assert bucket is not None
    assert bucket["locked_mass"] == TAO
    set_reject_locked_alpha(ctx, by(OTHER), True)
    assert not ctx.contains(storage.AccountFlags, OTHER)
