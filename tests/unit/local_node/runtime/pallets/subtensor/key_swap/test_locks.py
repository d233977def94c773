"""Locks in key swaps: they move with their key."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.pallets.subtensor.key_swap.locks import (
    swap_coldkey_locks,
    swap_hotkey_locks,
)
from local_node.runtime.pallets.subtensor.key_swap.tally import Tally
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    HOTKEY_2,
    NETUID,
    OTHER,
    TAO,
    at_block,
    fails,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.locks.locked import (
    lock_of,
    locked_chain,
)


def test_a_coldkeys_lock_goes_to_the_new_one_rolled() -> None:
    ctx = locked_chain()
    at_block(ctx, 500)
    swap_coldkey_locks(ctx, COLDKEY, OTHER)
    assert lock_of(ctx, COLDKEY, HOTKEY) is None
    moved = ctx.get(storage.Lock, (OTHER, NETUID, HOTKEY))
    assert moved["last_update"] == 500
    assert 0 < moved["locked_mass"] <= TAO
    assert list(ctx.keys(storage.LockingColdkeys, NETUID, HOTKEY)) == [OTHER]


def test_its_flags_go_with_it() -> None:
    ctx = locked_chain()
    ctx.put(storage.DecayingLock, (COLDKEY, NETUID), False)
    swap_coldkey_locks(ctx, COLDKEY, OTHER)
    assert not ctx.contains(storage.DecayingLock, (COLDKEY, NETUID))
    assert ctx.get(storage.DecayingLock, (OTHER, NETUID)) is False


def test_a_coldkey_with_a_lock_of_its_own_takes_no_other() -> None:
    ctx = locked_chain()
    with fails(errors.ActiveLockExists):
        swap_coldkey_locks(ctx, OTHER, COLDKEY)


def test_a_hotkeys_locks_go_to_the_new_one() -> None:
    ctx = locked_chain()
    before = lock_of(ctx, COLDKEY, HOTKEY)
    tally = Tally()
    swap_hotkey_locks(ctx, HOTKEY, HOTKEY_2, [NETUID], tally)
    assert before is not None
    assert lock_of(ctx, COLDKEY, HOTKEY) is None
    moved = lock_of(ctx, COLDKEY, HOTKEY_2)
    assert moved is not None
    assert moved[0] == before[0]
    assert list(ctx.keys(storage.LockingColdkeys, NETUID, HOTKEY)) == []
    assert list(ctx.keys(storage.LockingColdkeys, NETUID, HOTKEY_2)) == [COLDKEY]
    assert tally != Tally()
