"""Swapping a hotkey: what moves, what it costs, what is refused."""

from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import constants, errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.staking.stake import increase_stake, stake_of
from tests.unit.local_node.runtime.pallets.subtensor.chain import call, go_to, key, refused
from tests.unit.local_node.runtime.pallets.subtensor.key_swap.hotkeys import (
    COLDKEY,
    NEW,
    NOMINATOR,
    OLD,
    busy_hotkey,
    swap,
)
from tests.unit.local_node.runtime.support import decoded_events


@pytest.fixture
def ctx() -> Context:
    return busy_hotkey()


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
