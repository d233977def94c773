"""Voting power: a moving average of validators' stake, on subnets that enable tracking."""

from __future__ import annotations

from collections.abc import Iterable

from chain_spec.pallets.subtensor import errors, events, storage
from local_node.runtime.frame import Context, Origin, ensure, ensure_root
from local_node.runtime.pallets.subtensor.owners import ensure_owner_or_root

# Two weeks of blocks between a disabling call and its effect.
DISABLE_GRACE_BLOCKS = 100_800
# The average's weight is a share of 10^18.
ONE = 10**18

_U64_MAX = (1 << 64) - 1


def enable_voting_power_tracking(ctx: Context, origin: Origin, netuid: int) -> None:
    """By owner or root; cancels a scheduled end."""
    ensure_owner_or_root(ctx, origin, netuid)
    ctx.put(storage.VotingPowerTrackingEnabled, netuid, True)
    ctx.remove(storage.VotingPowerDisableAtBlock, netuid)
    ctx.emit(events.VotingPowerTrackingEnabled, netuid=netuid)


def disable_voting_power_tracking(ctx: Context, origin: Origin, netuid: int) -> None:
    """By owner or root; tracking continues during the grace period."""
    ensure_owner_or_root(ctx, origin, netuid)
    enabled = ctx.get(storage.VotingPowerTrackingEnabled, netuid)
    ensure(enabled, errors.VotingPowerTrackingNotEnabled)
    end = ctx.block_number + DISABLE_GRACE_BLOCKS
    ctx.put(storage.VotingPowerDisableAtBlock, netuid, end)
    ctx.emit(events.VotingPowerTrackingDisableScheduled, netuid=netuid, disable_at_block=end)


def sudo_set_voting_power_ema_alpha(ctx: Context, origin: Origin, netuid: int, alpha: int) -> None:
    """`alpha` is the weight of the newest stake, at most `ONE`."""
    ensure_root(origin)
    ensure(alpha <= ONE, errors.InvalidVotingPowerEmaAlpha)
    ctx.put(storage.VotingPowerEmaAlpha, netuid, alpha)
    ctx.emit(events.VotingPowerEmaAlphaSet, netuid=netuid, alpha=alpha)


def update_voting_power(
    ctx: Context, netuid: int, neurons: Iterable[tuple[bytes, bool, int]]
) -> None:
    """Update the averages after an epoch.

    `neurons` are the subnet's hotkeys with their new validator permit and their stake.
    """
    if not ctx.get(storage.VotingPowerTrackingEnabled, netuid):
        return
    end = ctx.get(storage.VotingPowerDisableAtBlock, netuid)
    if 0 < end <= ctx.block_number:
        _stop(ctx, netuid)
        return
    for hotkey, permitted, stake in neurons:
        if permitted:
            _average(ctx, netuid, hotkey, stake)
        else:
            ctx.remove(storage.VotingPower, (netuid, hotkey))
    for hotkey in list(ctx.keys(storage.VotingPower, netuid)):
        if not ctx.get(storage.IsNetworkMember, (hotkey, netuid)):
            ctx.remove(storage.VotingPower, (netuid, hotkey))


def swap_voting_power(ctx: Context, old_hotkey: bytes, new_hotkey: bytes, netuid: int) -> None:
    """Add the old hotkey's power to the new one's."""
    power = ctx.take(storage.VotingPower, (netuid, old_hotkey))
    if power > 0:
        total = min(power + ctx.get(storage.VotingPower, (netuid, new_hotkey)), _U64_MAX)
        ctx.put(storage.VotingPower, (netuid, new_hotkey), total)


def _average(ctx: Context, netuid: int, hotkey: bytes, stake: int) -> None:
    before = ctx.get(storage.VotingPower, (netuid, hotkey))
    alpha = ctx.get(storage.VotingPowerEmaAlpha, netuid)
    after = min((alpha * stake + max(ONE - alpha, 0) * before) // ONE, _U64_MAX)
    threshold = ctx.get(storage.StakeThreshold)
    if after < threshold <= before:
        ctx.remove(storage.VotingPower, (netuid, hotkey))
    elif after > 0:
        ctx.put(storage.VotingPower, (netuid, hotkey), after)


def _stop(ctx: Context, netuid: int) -> None:
    ctx.clear_prefix(storage.VotingPower, netuid)
    ctx.put(storage.VotingPowerTrackingEnabled, netuid, False)
    ctx.remove(storage.VotingPowerDisableAtBlock, netuid)
    ctx.emit(events.VotingPowerTrackingDisabled, netuid=netuid)


CALLS = (
    enable_voting_power_tracking,
    disable_voting_power_tracking,
    sudo_set_voting_power_ema_alpha,
)
