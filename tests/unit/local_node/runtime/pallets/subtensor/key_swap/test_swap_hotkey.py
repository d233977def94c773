"""Swapping a hotkey: what moves, what it costs, what is refused."""

from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import constants, errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.frame.origin import signed
from local_node.runtime.frame.weight import Weight
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


def weight_of(ctx: Context, netuid: int | None) -> Weight | None:
    """What a swap of the old hotkey for the new one reports."""
    args = {"hotkey": OLD, "new_hotkey": NEW, "netuid": netuid}
    return ctx.dispatch(("SubtensorModule", ("swap_hotkey", args)), signed(COLDKEY)).weight


def test_a_swap_on_one_subnet_weighs_what_it_counted(ctx: Context) -> None:
    """Added up from `swap_on_subnet` and what it calls (`swap/swap_hotkey.rs`, `lock.rs`,
    `set_children.rs`): 7 + 3 for the checks, 8 + 3 for cost and owner, 5 + 0 for the locks;
    membership 1 + 2, uid 1 + 3, relations 3 + 3, the owner's hotkey 1 + 0, dividends 6 + 6, three
    shares 3 + 3, two stakers 6 + 4; 0 + 2 at the end.
    """
    assert weight_of(ctx, 1) == Weight(41 * 25_000_000 + 29 * 100_000_000, 0)


def test_a_swap_everywhere_weighs_what_it_counted(ctx: Context) -> None:
    """As above: 7 + 3; three subnets 7 + 0, two of them affected 2 + 0; cost 3 + 2; three shares
    3 + 0; locks 15 + 6, since the old hotkey is an owner's; owner 2 + 2. Root: 1 + 2, relations
    3 + 3, its owner's hotkey 1 + 0, dividends 6 + 6, shares 3 + 3, claims 3 + 2. Subnet 1: 1 + 2,
    1 + 3, 3 + 3, 1 + 0, 6 + 6, 3 + 3, 6 + 4. Subnet 2, where one share is left: 1 + 2, 1 + 3,
    3 + 3, 1 + 1, 6 + 6, 1 + 1, 3 + 2. Limits 3 + 6, take 2 + 2, stakers 3 + 2; 0 + 3 at the end.
    """
    assert weight_of(ctx, None) == Weight(101 * 25_000_000 + 81 * 100_000_000, 0)
