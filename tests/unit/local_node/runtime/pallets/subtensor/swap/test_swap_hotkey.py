"""Swapping a hotkey: what moves, what it costs, what is refused."""

from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import constants, errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.staking.stake import increase_stake, stake_of
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    TAO,
    call,
    dev_context,
    go_to,
    key,
    refused,
    rich,
)
from tests.unit.local_node.runtime.support import decoded_events

COLDKEY, OLD, NEW, NOMINATOR = key(1), key(2), key(3), key(4)


@pytest.fixture
def ctx() -> Context:
    """The old hotkey is registered on subnets 1 and 2 and holds stake of two coldkeys."""
    ctx = dev_context()
    rich(ctx, COLDKEY)
    call(ctx, COLDKEY, "register_network", hotkey=OLD)
    call(ctx, COLDKEY, "burned_register", netuid=1, hotkey=OLD)
    increase_stake(ctx, OLD, COLDKEY, 1, 300)
    increase_stake(ctx, OLD, NOMINATOR, 1, 100)
    increase_stake(ctx, OLD, COLDKEY, 2, 50)
    ctx.put(storage.Delegates, OLD, 500)
    go_to(ctx, 10)
    return ctx


def swap(
    ctx: Context, netuid: int | None = None, keep_stake: bool = False, new: bytes = NEW
) -> None:
    call(
        ctx,
        COLDKEY,
        "swap_hotkey_v2",
        hotkey=OLD,
        new_hotkey=new,
        netuid=netuid,
        keep_stake=keep_stake,
    )


def test_everywhere_everything_goes_to_the_new_hotkey(ctx: Context) -> None:
    uid = ctx.get(storage.Uids, (1, OLD))
    issuance = currency.total_issuance(ctx)
    swap(ctx)
    assert currency.total_issuance(ctx) == issuance - ctx.constant(constants.KeySwapCost)
    assert ctx.get(storage.Uids, (1, NEW)) == uid
    assert ctx.get(storage.Keys, (2, 0)) == NEW
    assert ctx.get(storage.SubnetOwnerHotkey, 2) == NEW
    assert stake_of(ctx, NEW, COLDKEY, 1) == 300
    assert stake_of(ctx, NEW, NOMINATOR, 1) == 100
    assert stake_of(ctx, NEW, COLDKEY, 2) == 50
    assert ctx.get(storage.TotalHotkeyAlpha, (OLD, 1)) == 0
    assert ctx.get(storage.Delegates, NEW) == 500
    assert not ctx.contains(storage.Owner, OLD)
    assert ctx.get(storage.OwnedHotkeys, COLDKEY) == [NEW]
    assert ctx.get(storage.StakingHotkeys, NOMINATOR) == [NEW]
    event = {"coldkey": COLDKEY, "old_hotkey": OLD, "new_hotkey": NEW}
    assert decoded_events(ctx)[-1][1:] == ("HotkeySwapped", event)


def test_on_one_subnet_the_old_hotkey_lives_on_elsewhere(ctx: Context) -> None:
    issuance = currency.total_issuance(ctx)
    swap(ctx, netuid=1)
    assert currency.total_issuance(ctx) == issuance - TAO // 1_000
    assert ctx.contains(storage.Uids, (1, NEW))
    assert ctx.contains(storage.Uids, (2, OLD))
    assert stake_of(ctx, NEW, NOMINATOR, 1) == 100
    assert stake_of(ctx, OLD, COLDKEY, 2) == 50
    assert ctx.get(storage.Owner, OLD) == ctx.get(storage.Owner, NEW) == COLDKEY


def test_kept_stake_stays(ctx: Context) -> None:
    swap(ctx, netuid=1, keep_stake=True)
    assert ctx.contains(storage.Uids, (1, NEW))
    assert stake_of(ctx, OLD, COLDKEY, 1) == 300
    assert stake_of(ctx, NEW, COLDKEY, 1) == 0


def test_refusals(ctx: Context) -> None:
    with refused(errors.NewHotKeyIsSameWithOld):
        swap(ctx, new=OLD)
    with refused(errors.NonAssociatedColdKey):
        call(ctx, NOMINATOR, "swap_hotkey", hotkey=OLD, new_hotkey=NEW, netuid=None)
    ctx.put(storage.Owner, key(9), NOMINATOR)
    with refused(errors.NonAssociatedColdKey):
        swap(ctx, new=key(9))
    ctx.put(storage.IsNetworkMember, (NEW, 1), True)
    for netuid in (None, 1):
        with refused(errors.HotKeyAlreadyRegisteredInSubNet):
            swap(ctx, netuid=netuid)
    ctx.remove(storage.IsNetworkMember, (NEW, 1))
    increase_stake(ctx, NEW, COLDKEY, 0, 1)
    with refused(errors.NewHotKeyNotCleanForRootSwap):
        swap(ctx)


def test_a_coldkey_must_wait_between_swaps(ctx: Context) -> None:
    swap(ctx, netuid=1)
    limit = ctx.get(storage.TxRateLimit)
    go_to(ctx, 10 + limit)
    with refused(errors.HotKeySetTxRateLimitExceeded):
        call(ctx, COLDKEY, "swap_hotkey", hotkey=NEW, new_hotkey=key(7), netuid=1)
    go_to(ctx, 11 + limit)
    call(ctx, COLDKEY, "swap_hotkey", hotkey=NEW, new_hotkey=key(7), netuid=1)
    assert ctx.contains(storage.Uids, (1, key(7)))
