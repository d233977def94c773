"""Swapping a coldkey: announced, waited for, carried out; disputed, cleared, reset."""

from __future__ import annotations

import pytest

from btsdk.keys.hashing import blake2_256
from chain_spec.pallets.subtensor import constants, errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.frame.origin import root
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from tests.unit.local_node.runtime.pallets.subtensor.chain import call, go_to, key, refused
from tests.unit.local_node.runtime.pallets.subtensor.key_swap.coldkeys import (
    HOTKEY,
    NEW,
    OLD,
    owning_coldkey,
)

HASH = blake2_256(NEW)


@pytest.fixture
def ctx() -> Context:
    return owning_coldkey()


def announce(ctx: Context) -> int:
    """Announce, and say when it may be carried out."""
    call(ctx, OLD, "announce_coldkey_swap", new_coldkey_hash=HASH)
    return 10 + ctx.get(storage.ColdkeySwapAnnouncementDelay)


def test_after_the_delay_everything_moves(ctx: Context) -> None:
    when = announce(ctx)
    balance = currency.free(ctx, OLD)
    go_to(ctx, when - 1)
    with refused(errors.ColdkeySwapTooEarly):
        call(ctx, OLD, "swap_coldkey_announced", new_coldkey=NEW)
    go_to(ctx, when)
    with refused(errors.AnnouncedColdkeyHashDoesNotMatch):
        call(ctx, OLD, "swap_coldkey_announced", new_coldkey=key(9))
    call(ctx, OLD, "swap_coldkey_announced", new_coldkey=NEW)

    assert currency.free(ctx, NEW) == balance
    assert currency.free(ctx, OLD) == 0
    assert ctx.get(storage.SubnetOwner, 2) == NEW
    assert ctx.get(storage.Owner, HOTKEY) == NEW
    assert ctx.get(storage.OwnedHotkeys, NEW) == [HOTKEY]
    assert ctx.get(storage.StakingHotkeys, NEW) == [HOTKEY]
    assert stake_of(ctx, HOTKEY, NEW, 2) == 70
    assert stake_of(ctx, HOTKEY, OLD, 2) == 0
    assert not ctx.contains(storage.ColdkeySwapAnnouncements, OLD)


def test_announcing_costs_once(ctx: Context) -> None:
    cost = ctx.constant(constants.KeySwapCost)
    before = currency.free(ctx, OLD)
    when = announce(ctx)
    assert currency.free(ctx, OLD) == before - cost
    again = when + ctx.get(storage.ColdkeySwapReannouncementDelay)
    go_to(ctx, again - 1)
    with refused(errors.ColdkeySwapReannouncedTooEarly):
        announce(ctx)
    go_to(ctx, again)
    announce(ctx)
    assert currency.free(ctx, OLD) == before - cost


def test_meanwhile_the_coldkey_may_do_nothing_else(ctx: Context) -> None:
    announce(ctx)
    with refused(errors.ColdkeySwapAnnounced):
        call(ctx, OLD, "start_call", netuid=2)
    call(ctx, OLD, "dispute_coldkey_swap")
    with refused(errors.ColdkeySwapDisputed):
        call(ctx, OLD, "swap_coldkey_announced", new_coldkey=NEW)
    call(ctx, root, "reset_coldkey_swap", coldkey=OLD)
    call(ctx, OLD, "start_call", netuid=2)


def test_an_announcement_can_be_called_off(ctx: Context) -> None:
    with refused(errors.ColdkeySwapAnnouncementNotFound):
        call(ctx, OLD, "clear_coldkey_swap_announcement")
    earliest = announce(ctx) + ctx.get(storage.ColdkeySwapReannouncementDelay)
    go_to(ctx, earliest - 1)
    with refused(errors.ColdkeySwapClearTooEarly):
        call(ctx, OLD, "clear_coldkey_swap_announcement")
    go_to(ctx, earliest)
    call(ctx, OLD, "clear_coldkey_swap_announcement")
    call(ctx, OLD, "start_call", netuid=2)


def test_root_swaps_at_once_at_its_price(ctx: Context) -> None:
    issuance = currency.total_issuance(ctx)
    call(ctx, root, "swap_coldkey", old_coldkey=OLD, new_coldkey=NEW, swap_cost=1_000)
    assert currency.total_issuance(ctx) == issuance - 1_000
    assert ctx.get(storage.SubnetOwner, 2) == NEW


def test_the_new_key_must_be_a_stranger(ctx: Context) -> None:
    ctx.put(storage.Owner, NEW, key(8))
    with refused(errors.NewColdKeyIsHotkey):
        call(ctx, root, "swap_coldkey", old_coldkey=OLD, new_coldkey=NEW, swap_cost=0)
    ctx.put(storage.StakingHotkeys, NEW, [HOTKEY])
    with refused(errors.ColdKeyAlreadyAssociated):
        call(ctx, root, "swap_coldkey", old_coldkey=OLD, new_coldkey=NEW, swap_cost=0)
    with refused(errors.Deprecated):
        call(ctx, OLD, "schedule_swap_coldkey", new_coldkey=NEW)
