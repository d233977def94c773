"""The settings of child hotkeys: takes, their rate limit, the cooldown, and automatic
delegation."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, events, storage
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import ensure
from local_node.runtime.frame.origin import Origin, ensure_root, ensure_signed
from local_node.runtime.pallets.subtensor.rate_limits import SET_CHILDKEY_TAKE
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import owns
from local_node.runtime.pallets.subtensor.staking.children.relations import (
    childkey_take,
    min_childkey_take,
)
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT


def set_childkey_take(ctx: Context, origin: Origin, hotkey: bytes, netuid: int, take: int) -> None:
    """Set the hotkey's take as a child, normalised to 65,535; only increases are rate-limited."""
    coldkey = ensure_signed(origin)
    ensure(owns(ctx, coldkey, hotkey), errors.NonAssociatedColdKey)
    in_range = min_childkey_take(ctx, netuid) <= take <= ctx.get(storage.MaxChildkeyTake)
    ensure(in_range, errors.InvalidChildkeyTake)
    if take > childkey_take(ctx, hotkey, netuid):
        in_time = SET_CHILDKEY_TAKE.passes(ctx, hotkey, netuid)
        ensure(in_time, errors.TxChildkeyTakeRateLimitExceeded)
    SET_CHILDKEY_TAKE.record(ctx, hotkey, netuid)
    ctx.put(storage.ChildkeyTake, (hotkey, netuid), take)
    ctx.emit(events.ChildKeyTakeSet, hotkey, take)


def set_pending_childkey_cooldown(ctx: Context, origin: Origin, cooldown: int) -> None:
    """Set the number of blocks that new children wait; root only."""
    ensure_root(origin)
    ctx.set(storage.PendingChildKeyCooldown, cooldown)


def set_auto_parent_delegation_enabled(
    ctx: Context, origin: Origin, hotkey: bytes, enabled: bool
) -> None:
    """Set whether a root validator automatically becomes a parent of new subnets' owner hotkeys."""
    coldkey = ensure_signed(origin)
    ensure(owns(ctx, coldkey, hotkey), errors.NonAssociatedColdKey)
    on_root = ctx.contains(storage.Uids, (ROOT, hotkey))
    ensure(on_root, errors.HotKeyNotRegisteredInSubNet)
    ctx.put(storage.AutoParentDelegationEnabled, hotkey, enabled)
    ctx.emit(events.AutoParentDelegationEnabledSet, hotkey=hotkey, enabled=enabled)


def sudo_set_tx_childkey_take_rate_limit(ctx: Context, origin: Origin, tx_rate_limit: int) -> None:
    """Set the number of blocks between two increases of a child's take; root only."""
    ensure_root(origin)
    ctx.set(storage.TxChildkeyTakeRateLimit, tx_rate_limit)
    ctx.emit(events.TxChildKeyTakeRateLimitSet, tx_rate_limit)


def sudo_set_min_childkey_take(ctx: Context, origin: Origin, take: int) -> None:
    """Set the chain's minimum take, normalised to 65,535; root only."""
    ensure_root(origin)
    ctx.set(storage.MinChildkeyTake, take)
    ctx.emit(events.MinChildKeyTakeSet, take)


def sudo_set_max_childkey_take(ctx: Context, origin: Origin, take: int) -> None:
    """Set the maximum take, normalised to 65,535; root only."""
    ensure_root(origin)
    ctx.set(storage.MaxChildkeyTake, take)
    ctx.emit(events.MaxChildKeyTakeSet, take)
