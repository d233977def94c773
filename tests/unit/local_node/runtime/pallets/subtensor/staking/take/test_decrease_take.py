"""A take that falls, at any time and within its bound."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import create_account_if_missing
from tests.unit.local_node.runtime.pallets.subtensor.chain import call, dev_context, key, refused
from tests.unit.local_node.runtime.support import decoded_events

ME, HOTKEY = key(1), key(2)


def test_it_falls_to_the_minimum() -> None:
    ctx = dev_context()
    create_account_if_missing(ctx, ME, HOTKEY)
    ctx.set(storage.MinDelegateTake, 10)
    ctx.put(storage.Delegates, HOTKEY, 100)
    for take in (100, 101, 9):
        with refused(errors.DelegateTakeTooLow):
            call(ctx, ME, "decrease_take", hotkey=HOTKEY, take=take)
    call(ctx, ME, "decrease_take", hotkey=HOTKEY, take=50)
    call(ctx, ME, "decrease_take", hotkey=HOTKEY, take=10)
    assert ctx.get(storage.Delegates, HOTKEY) == 10
    assert decoded_events(ctx)[-1] == ("SubtensorModule", "TakeDecreased", (ME, HOTKEY, 10))
    with refused(errors.NonAssociatedColdKey):
        call(ctx, key(3), "decrease_take", hotkey=HOTKEY, take=10)
