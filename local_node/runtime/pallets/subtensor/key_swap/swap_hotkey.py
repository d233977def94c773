"""`swap_hotkey` and `swap_hotkey_v2`: replace a hotkey, on one subnet or all.

All state of the old key moves to the new one: uid, endpoints, commitments, children, parents and,
unless it is to be kept, the stake of all its stakers.
"""

from __future__ import annotations

from chain_spec.pallets.subtensor import constants, errors, events, storage
from local_node.runtime.frame import Context, Origin, PostDispatch, ensure, ensure_signed
from local_node.runtime.pallets.subtensor.coinbase.tao import can_spend, recycle_tao
from local_node.runtime.pallets.subtensor.key_swap.hotkey_on_subnet import move_hotkey_on_subnet
from local_node.runtime.pallets.subtensor.key_swap.locks import swap_hotkey_locks
from local_node.runtime.pallets.subtensor.key_swap.tally import Tally
from local_node.runtime.pallets.subtensor.rate_limits import (
    exceeds_tx_rate_limit,
    last_limited_block,
    last_tx_block,
    set_last_limited_block,
)
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import (
    hotkey_exists,
    owns,
    set_owner,
)
from local_node.runtime.pallets.subtensor.staking.pool.share_pool import shares_of_hotkey
from local_node.runtime.pallets.subtensor.staking.stake import hotkey_stake
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import is_registered_anywhere
from local_node.runtime.pallets.subtensor.subnets.subnet import (
    ROOT,
    all_netuids,
    ensure_not_subnet_account,
)

# Rao; the price of a swap on all subnets is a constant of the metadata.
_SWAP_ON_SUBNET_COST = 1_000_000
# The rate limits that use a hotkey's own last block.
_LIMITS = ("LastTxBlock", "LastTxBlockDelegateTake", "LastTxBlockChildKeyTake")


def swap_hotkey(
    ctx: Context, origin: Origin, hotkey: bytes, new_hotkey: bytes, netuid: int | None
) -> PostDispatch:
    """The older form, which always moves the stake."""
    return swap_hotkey_v2(ctx, origin, hotkey, new_hotkey, netuid, keep_stake=False)


def swap_hotkey_v2(
    ctx: Context,
    origin: Origin,
    hotkey: bytes,
    new_hotkey: bytes,
    netuid: int | None,
    keep_stake: bool,
) -> PostDispatch:
    """Signed by the owner of both; without a netuid on all subnets, for a higher price."""
    coldkey = ensure_signed(origin)
    _ensure_swappable(ctx, coldkey, hotkey, new_hotkey, netuid)
    for name in _LIMITS:
        set_last_limited_block(ctx, (name, new_hotkey), last_limited_block(ctx, (name, hotkey)))
    tally = Tally()
    tally.add(reads=7, writes=3)
    if netuid is None:
        _swap_everywhere(ctx, coldkey, hotkey, new_hotkey, keep_stake, tally)
    else:
        _swap_on_subnet(ctx, coldkey, hotkey, new_hotkey, netuid, keep_stake, tally)
    return PostDispatch(tally.weight)


def _ensure_swappable(
    ctx: Context, coldkey: bytes, old: bytes, new: bytes, netuid: int | None
) -> None:
    ensure(owns(ctx, coldkey, old), errors.NonAssociatedColdKey)
    if hotkey_exists(ctx, new):
        ensure(owns(ctx, coldkey, new), errors.NonAssociatedColdKey)
    ensure(old != new, errors.NewHotKeyIsSameWithOld)
    too_soon = exceeds_tx_rate_limit(ctx, last_tx_block(ctx, coldkey))
    ensure(not too_soon, errors.HotKeySetTxRateLimitExceeded)
    if netuid is None:
        taken = is_registered_anywhere(ctx, new)
    else:
        taken = ctx.contains(storage.IsNetworkMember, (new, netuid))
    ensure(not taken, errors.HotKeyAlreadyRegisteredInSubNet)
    if netuid in (None, ROOT):
        ensure(_is_clean_for_root(ctx, new), errors.NewHotKeyNotCleanForRootSwap)


def _is_clean_for_root(ctx: Context, hotkey: bytes) -> bool:
    """Whether it has no root stake and no dividends, which could not be separated later."""
    return (
        not ctx.get(storage.RootClaimable, hotkey)
        and hotkey_stake(ctx, hotkey, ROOT) == 0
        and next(ctx.keys(storage.RootClaimed, ROOT, hotkey), None) is None
    )


def _swap_everywhere(
    ctx: Context, coldkey: bytes, old: bytes, new: bytes, keep_stake: bool, tally: Tally
) -> None:
    netuids = all_netuids(ctx)
    affected = [netuid for netuid in netuids if _is_affected(ctx, old, netuid)]
    for netuid in affected:
        last = ctx.get(storage.LastHotkeySwapOnNetuid, (netuid, coldkey))
        ensure(last == 0 or _interval_passed(ctx, last), errors.HotKeySwapOnSubnetIntervalNotPassed)
    tally.add(reads=2 * len(netuids) + 1 + len(affected))
    _charge(ctx, coldkey, ctx.constant(constants.KeySwapCost))
    tally.add(reads=3, writes=2)
    _give_everything(ctx, coldkey, old, new, keep_stake, tally)
    for netuid in affected:
        ctx.put(storage.LastHotkeySwapOnNetuid, (netuid, coldkey), ctx.block_number)
    set_last_limited_block(ctx, ("LastTxBlock", coldkey), ctx.block_number)
    tally.add(writes=len(affected) + 1)
    ctx.emit(events.HotkeySwapped, coldkey=coldkey, old_hotkey=old, new_hotkey=new)


def _give_everything(
    ctx: Context, coldkey: bytes, old: bytes, new: bytes, keep_stake: bool, tally: Tally
) -> None:
    shares = shares_of_hotkey(ctx, old)
    tally.add(reads=len(shares))
    swap_hotkey_locks(ctx, old, new, all_netuids(ctx), tally)
    _exchange_owned(ctx, coldkey, old, new)
    tally.add(reads=2, writes=2)
    for netuid in all_netuids(ctx):
        move_hotkey_on_subnet(ctx, old, new, netuid, keep_stake, tally)
    _forget_limits(ctx, old)
    tally.add(reads=3, writes=6)
    _move_delegation(ctx, old, new, tally)
    if not keep_stake:
        for staker in [staker for staker, _, share in shares if not share.is_zero()]:
            _exchange_staking_hotkey(ctx, staker, old, new, tally)


def _swap_on_subnet(
    ctx: Context,
    coldkey: bytes,
    old: bytes,
    new: bytes,
    netuid: int,
    keep_stake: bool,
    tally: Tally,
) -> None:
    """Swap on one subnet; the old hotkey keeps its owner and its state on the other subnets."""
    last = ctx.get(storage.LastHotkeySwapOnNetuid, (netuid, coldkey))
    ensure(_interval_passed(ctx, last), errors.HotKeySwapOnSubnetIntervalNotPassed)
    ensure_not_subnet_account(new)
    _charge(ctx, coldkey, _SWAP_ON_SUBNET_COST)
    ctx.put(storage.Owner, new, coldkey)
    tally.add(reads=7, writes=2)
    owned = ctx.get(storage.OwnedHotkeys, coldkey)
    if new not in owned:
        ctx.put(storage.OwnedHotkeys, coldkey, [*owned, new])
        tally.add(reads=1, writes=1)
    swap_hotkey_locks(ctx, old, new, [netuid], tally)
    move_hotkey_on_subnet(ctx, old, new, netuid, keep_stake, tally)
    set_last_limited_block(ctx, ("LastTxBlock", coldkey), ctx.block_number)
    ctx.put(storage.LastHotkeySwapOnNetuid, (netuid, coldkey), ctx.block_number)
    tally.add(writes=2)
    ctx.emit(
        events.HotkeySwappedOnSubnet,
        coldkey=coldkey,
        old_hotkey=old,
        new_hotkey=new,
        netuid=netuid,
    )


def _is_affected(ctx: Context, hotkey: bytes, netuid: int) -> bool:
    member = ctx.get(storage.IsNetworkMember, (hotkey, netuid))
    return bool(member or ctx.get(storage.ChildKeys, (hotkey, netuid)))


def _interval_passed(ctx: Context, last: int) -> bool:
    return last + ctx.constant(constants.HotkeySwapOnSubnetInterval) < ctx.block_number


def _charge(ctx: Context, coldkey: bytes, cost: int) -> None:
    ensure(can_spend(ctx, coldkey, cost), errors.NotEnoughBalanceToPaySwapHotKey)
    recycle_tao(ctx, coldkey, cost)


def _exchange_owned(ctx: Context, coldkey: bytes, old: bytes, new: bytes) -> None:
    ctx.remove(storage.Owner, old)
    set_owner(ctx, coldkey, new)
    owned = ctx.get(storage.OwnedHotkeys, coldkey)
    if new not in owned:
        owned = [*owned, new]
    ctx.put(storage.OwnedHotkeys, coldkey, [hotkey for hotkey in owned if hotkey != old])


def _exchange_staking_hotkey(
    ctx: Context, coldkey: bytes, old: bytes, new: bytes, tally: Tally
) -> None:
    staking = ctx.get(storage.StakingHotkeys, coldkey)
    tally.add(reads=1)
    if old in staking:
        others = [hotkey for hotkey in staking if hotkey not in (old, new)]
        ctx.put(storage.StakingHotkeys, coldkey, [*others, new])
        tally.add(writes=1)


def _forget_limits(ctx: Context, hotkey: bytes) -> None:
    for name in _LIMITS:
        ctx.remove(storage.LastRateLimitedBlock, (name, hotkey))


def _move_delegation(ctx: Context, old: bytes, new: bytes, tally: Tally) -> None:
    if ctx.contains(storage.Delegates, old):
        ctx.put(storage.Delegates, new, ctx.take(storage.Delegates, old))
        tally.add(reads=2, writes=2)
