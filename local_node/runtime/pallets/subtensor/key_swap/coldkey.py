"""The move of a coldkey's state to another: subnets, hotkeys, stake, locks, and all its TAO."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, events, storage
from local_node.runtime.frame import Context, DispatchFailure, ensure, fail
from local_node.runtime.pallets.subtensor.coinbase.tao import (
    recycle_tao,
    transfer_all_tao_and_kill,
)
from local_node.runtime.pallets.subtensor.key_swap.locks import swap_coldkey_locks
from local_node.runtime.pallets.subtensor.key_swap.root_dividends import move_claimed
from local_node.runtime.pallets.subtensor.rate_limits import set_last_limited_block
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import hotkey_exists, set_owner
from local_node.runtime.pallets.subtensor.staking.locks.positions import set_accepts_locked_alpha
from local_node.runtime.pallets.subtensor.staking.root_claims.claim_index import (
    add_to_index,
    remove_from_index,
)
from local_node.runtime.pallets.subtensor.staking.stake import (
    decrease_stake,
    increase_stake,
    stake_of,
)
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT, all_netuids


def move_coldkey(ctx: Context, old: bytes, new: bytes) -> None:
    """Move the state; the new coldkey must have no stake and be no hotkey."""
    ensure(not ctx.get(storage.StakingHotkeys, new), errors.ColdKeyAlreadyAssociated)
    ensure(not hotkey_exists(ctx, new), errors.NewColdKeyIsHotkey)
    if ctx.get(storage.IdentitiesV2, new) is None:
        identity = ctx.take(storage.IdentitiesV2, old)
        if identity is not None:
            ctx.put(storage.IdentitiesV2, new, identity)
    set_accepts_locked_alpha(ctx, new, True)
    for netuid in all_netuids(ctx):
        if ctx.get(storage.SubnetOwner, netuid) == old:
            ctx.put(storage.SubnetOwner, netuid, new)
        _move_auto_stake(ctx, old, new, netuid)
        _move_stake(ctx, old, new, netuid)
    _move_staking_hotkeys(ctx, old, new)
    _move_owned_hotkeys(ctx, old, new)
    swap_coldkey_locks(ctx, old, new)
    transfer_all_tao_and_kill(ctx, old, new)
    set_last_limited_block(ctx, ("LastTxBlock", new), ctx.block_number)
    ctx.emit(events.ColdkeySwapped, old_coldkey=old, new_coldkey=new)


def charge_swap_cost(ctx: Context, coldkey: bytes, cost: int) -> None:
    """Recycle the cost; fails with `NotEnoughBalanceToPaySwapColdKey`."""
    try:
        recycle_tao(ctx, coldkey, cost)
    except DispatchFailure as failure:
        raise fail(errors.NotEnoughBalanceToPaySwapColdKey) from failure


def _move_auto_stake(ctx: Context, old: bytes, new: bytes, netuid: int) -> None:
    hotkey = ctx.take(storage.AutoStakeDestination, (old, netuid))
    if hotkey is None:
        return
    ctx.put(storage.AutoStakeDestination, (new, netuid), hotkey)
    coldkeys = ctx.get(storage.AutoStakeDestinationColdkeys, (hotkey, netuid))
    others = [coldkey for coldkey in coldkeys if coldkey not in (old, new)]
    ctx.put(storage.AutoStakeDestinationColdkeys, (hotkey, netuid), [*others, new])


def _move_stake(ctx: Context, old: bytes, new: bytes, netuid: int) -> None:
    for hotkey in ctx.get(storage.StakingHotkeys, old):
        alpha = stake_of(ctx, hotkey, old, netuid)
        decrease_stake(ctx, hotkey, old, netuid, alpha)
        increase_stake(ctx, hotkey, new, netuid, alpha)
        if stake_of(ctx, hotkey, new, netuid):
            move_claimed(ctx, netuid, (hotkey, old), (hotkey, new))
            if netuid == ROOT:
                add_to_index(ctx, new)
    if netuid == ROOT:
        remove_from_index(ctx, old)


def _move_staking_hotkeys(ctx: Context, old: bytes, new: bytes) -> None:
    merged = [*ctx.get(storage.StakingHotkeys, new), *ctx.take(storage.StakingHotkeys, old)]
    ctx.put(storage.StakingHotkeys, new, list(dict.fromkeys(merged)))


def _move_owned_hotkeys(ctx: Context, old: bytes, new: bytes) -> None:
    moved = ctx.take(storage.OwnedHotkeys, old)
    for hotkey in moved:
        set_owner(ctx, new, hotkey)
    merged = [*ctx.get(storage.OwnedHotkeys, new), *moved]
    ctx.put(storage.OwnedHotkeys, new, list(dict.fromkeys(merged)))
