"""Hotkeys and their owners."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import (
    create_account_if_missing,
    ensure_hotkey_exists,
    note_staking_hotkey,
    owner_of,
    owns,
    set_owner,
)
from local_node.runtime.pallets.subtensor.subnets.subnet import account_id
from tests.unit.local_node.runtime.pallets.subtensor.chain import dev_context, key, refused

ME, OTHER, HOTKEY = key(1), key(2), key(3)


def test_the_first_pairing_stays() -> None:
    ctx = dev_context()
    with refused(errors.HotKeyAccountNotExists):
        ensure_hotkey_exists(ctx, HOTKEY)
    assert owner_of(ctx, HOTKEY) == bytes(32)
    assert not owns(ctx, bytes(32), HOTKEY)  # nobody's is not the zero account's
    create_account_if_missing(ctx, ME, HOTKEY)
    create_account_if_missing(ctx, OTHER, HOTKEY)
    ensure_hotkey_exists(ctx, HOTKEY)
    assert owns(ctx, ME, HOTKEY)
    assert not owns(ctx, OTHER, HOTKEY)
    assert ctx.get(storage.OwnedHotkeys, ME) == ctx.get(storage.StakingHotkeys, ME) == [HOTKEY]
    assert ctx.get(storage.OwnedHotkeys, OTHER) == []


def test_a_subnets_account_is_nobodys_hotkey() -> None:
    ctx = dev_context()
    for change in (create_account_if_missing, set_owner):
        with refused(errors.CannotUseSystemAccount):
            change(ctx, ME, account_id(1))


def test_a_hotkey_is_noted_once() -> None:
    ctx = dev_context()
    for hotkey in (HOTKEY, key(4), HOTKEY):
        note_staking_hotkey(ctx, ME, hotkey)
    assert ctx.get(storage.StakingHotkeys, ME) == [HOTKEY, key(4)]
    set_owner(ctx, OTHER, HOTKEY)
    assert owner_of(ctx, HOTKEY) == OTHER
