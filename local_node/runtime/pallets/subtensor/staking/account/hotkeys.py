"""Hotkeys and their owners: the pairing, and the hotkeys to which a coldkey stakes.

A hotkey exists once it has an owner; registration pairs them, and only a key swap changes the
pairing. Invariant: `OwnedHotkeys` lists the hotkeys of `Owner`, and `StakingHotkeys` at least those
to which a coldkey stakes.
"""

from __future__ import annotations

from typing import Any

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import ensure
from local_node.runtime.pallets.subtensor.subnets.subnet import ensure_not_subnet_account


def hotkey_exists(ctx: Context, hotkey: bytes) -> bool:
    """Whether the hotkey has an owner."""
    return ctx.contains(storage.Owner, hotkey)


def ensure_hotkey_exists(ctx: Context, hotkey: bytes) -> None:
    """Fail with `HotKeyAccountNotExists` for a hotkey without an owner."""
    ensure(hotkey_exists(ctx, hotkey), errors.HotKeyAccountNotExists)


def owner_of(ctx: Context, hotkey: bytes) -> bytes:
    """The coldkey that owns the hotkey, or the zero account."""
    owner: bytes = ctx.get(storage.Owner, hotkey)
    return owner


def owns(ctx: Context, coldkey: bytes, hotkey: bytes) -> bool:
    """Whether the coldkey owns the hotkey."""
    return hotkey_exists(ctx, hotkey) and owner_of(ctx, hotkey) == coldkey


def create_account_if_missing(ctx: Context, coldkey: bytes, hotkey: bytes) -> None:
    """Pair a hotkey without an owner; fails with `CannotUseSystemAccount` for a subnet's
    account."""
    ensure_not_subnet_account(hotkey)
    if not hotkey_exists(ctx, hotkey):
        ctx.put(storage.Owner, hotkey, coldkey)
        _include(ctx, storage.OwnedHotkeys, coldkey, hotkey)
        note_staking_hotkey(ctx, coldkey, hotkey)


def set_owner(ctx: Context, coldkey: bytes, hotkey: bytes) -> None:
    """Set the hotkey's owner and replace any former one."""
    ensure_not_subnet_account(hotkey)
    ctx.put(storage.Owner, hotkey, coldkey)


def note_staking_hotkey(ctx: Context, coldkey: bytes, hotkey: bytes) -> None:
    """Record that the coldkey stakes to the hotkey."""
    _include(ctx, storage.StakingHotkeys, coldkey, hotkey)


def _include(ctx: Context, item: Any, coldkey: bytes, hotkey: bytes) -> None:
    hotkeys = ctx.get(item, coldkey)
    if hotkey not in hotkeys:
        ctx.put(item, coldkey, [*hotkeys, hotkey])
