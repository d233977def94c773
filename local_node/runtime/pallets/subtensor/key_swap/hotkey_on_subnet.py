"""The move of a hotkey's state on one subnet to the hotkey that replaces it."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.key_swap.root_dividends import (
    move_claimable,
    move_claimed,
)
from local_node.runtime.pallets.subtensor.key_swap.tally import Tally
from local_node.runtime.pallets.subtensor.staking.children.relations import swap_hotkey_relations
from local_node.runtime.pallets.subtensor.staking.pool.share_pool import shares_of_hotkey
from local_node.runtime.pallets.subtensor.staking.stake import (
    decrease_stake,
    increase_stake,
    stake_of,
)
from local_node.runtime.pallets.subtensor.subnets.mechanism import storage_indices
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT, set_owner_hotkey
from local_node.runtime.pallets.subtensor.voting_power import swap_voting_power

_U64_MAX = (1 << 64) - 1
_SERVING_MAPS: tuple[Any, ...] = (
    storage.Prometheus,
    storage.Axons,
    storage.NeuronCertificates,
)


def move_hotkey_on_subnet(
    ctx: Context, old: bytes, new: bytes, netuid: int, keep_stake: bool, tally: Tally
) -> None:
    """Move all of the hotkey's state on the subnet; with `keep_stake` all except the stake."""
    was_member = ctx.take(storage.IsNetworkMember, (old, netuid))
    ctx.put(storage.IsNetworkMember, (new, netuid), was_member)
    tally.add(reads=1, writes=2)
    if was_member:
        _move_neuron(ctx, old, new, netuid, tally)
    _move(ctx, storage.ChildkeyTake, (old, netuid), (new, netuid), tally)
    tally.add(*swap_hotkey_relations(ctx, old, new, netuid))
    _rename_pending_child(ctx, old, new, netuid, tally)
    _move_auto_stake(ctx, old, new, netuid)
    _move_ownership(ctx, old, new, netuid, tally)
    if not keep_stake:
        _move_stake(ctx, old, new, netuid, tally)


def _move_neuron(ctx: Context, old: bytes, new: bytes, netuid: int, tally: Tally) -> None:
    uid = ctx.take(storage.Uids, (netuid, old))
    if uid is not None:
        ctx.put(storage.Uids, (netuid, new), uid)
        ctx.put(storage.Keys, (netuid, uid), new)
        tally.add(reads=1, writes=3)
    for item in _SERVING_MAPS:
        _move(ctx, item, (netuid, old), (netuid, new), tally)
    for index in storage_indices(ctx, netuid):
        _move(ctx, storage.WeightCommits, (index, old), (index, new), tally)
    loaded = ctx.get(storage.LoadedEmission, netuid)
    if loaded is not None:
        tally.add(reads=1, writes=2)
        renamed: list[Any] = [
            (new if hotkey == old else hotkey, server, validator)
            for hotkey, server, validator in loaded
        ]
        ctx.put(storage.LoadedEmission, netuid, renamed)


def _rename_pending_child(ctx: Context, old: bytes, new: bytes, netuid: int, tally: Tally) -> None:
    """Rename the child in pending children lists: it moves to the end, with the old one's part."""
    for parent, (children, due) in list(ctx.iter(storage.PendingChildKeys, netuid)):
        tally.add(reads=1)
        parts = [part for part, child in children if child == old]
        if parts:
            others = list(children)
            others.remove((parts[0], old))
            renamed = [*others, (parts[0], new)]
            ctx.put(storage.PendingChildKeys, (netuid, parent), (renamed, due))
            tally.add(reads=1, writes=2)


def _move_auto_stake(ctx: Context, old: bytes, new: bytes, netuid: int) -> None:
    if ctx.contains(storage.AutoStakeDestinationColdkeys, (old, netuid)):
        coldkeys = ctx.take(storage.AutoStakeDestinationColdkeys, (old, netuid))
        for coldkey in coldkeys:
            ctx.put(storage.AutoStakeDestination, (coldkey, netuid), new)
        ctx.put(storage.AutoStakeDestinationColdkeys, (new, netuid), coldkeys)


def _move_ownership(ctx: Context, old: bytes, new: bytes, netuid: int, tally: Tally) -> None:
    if not ctx.contains(storage.SubnetOwnerHotkey, netuid):
        return
    tally.add(reads=1)
    if ctx.get(storage.SubnetOwnerHotkey, netuid) == old:
        set_owner_hotkey(ctx, netuid, new)
        tally.add(writes=1)


def _move_stake(ctx: Context, old: bytes, new: bytes, netuid: int, tally: Tally) -> None:
    _add_up(ctx, storage.TotalHotkeyAlphaLastEpoch, (old, netuid), (new, netuid))
    _add_up(ctx, storage.AlphaDividendsPerSubnet, (netuid, old), (netuid, new))
    swap_voting_power(ctx, old, new, netuid)
    tally.add(reads=6, writes=6)
    # As on the chain, the shares on all subnets are read, and counted as written, for each subnet.
    shares = len(list(ctx.keys(storage.Alpha, old))) + len(list(ctx.keys(storage.AlphaV2, old)))
    tally.add(reads=shares, writes=shares)
    for coldkey in sorted({c for c, on, _ in shares_of_hotkey(ctx, old) if on == netuid}):
        _move_stake_of(ctx, old, new, coldkey, netuid, tally)
    if netuid == ROOT:
        _move_root(ctx, old, new, tally)


def _move_stake_of(
    ctx: Context, old: bytes, new: bytes, coldkey: bytes, netuid: int, tally: Tally
) -> None:
    alpha = stake_of(ctx, old, coldkey, netuid)
    decrease_stake(ctx, old, coldkey, netuid, alpha)
    increase_stake(ctx, new, coldkey, netuid, alpha)
    staking = ctx.get(storage.StakingHotkeys, coldkey)
    tally.add(reads=3, writes=2)
    if old in staking and new not in staking:
        ctx.put(storage.StakingHotkeys, coldkey, [*staking, new])
        tally.add(writes=1)


def _move_root(ctx: Context, old: bytes, new: bytes, tally: Tally) -> None:
    tally.add(reads=3, writes=2)
    for netuid in move_claimable(ctx, old, new):
        for coldkey in list(ctx.keys(storage.RootClaimed, netuid, old)):
            move_claimed(ctx, netuid, (old, coldkey), (new, coldkey))
            tally.add(reads=3, writes=2)
    _move(ctx, storage.AutoParentDelegationEnabled, old, new, tally)


def _move(ctx: Context, item: Any, old: Any, new: Any, tally: Tally) -> None:
    if ctx.contains(item, old):
        ctx.put(item, new, ctx.take(item, old))
        tally.add(reads=1, writes=2)


def _add_up(ctx: Context, item: Any, old: Any, new: Any) -> None:
    ctx.put(item, new, min(ctx.take(item, old) + ctx.get(item, new), _U64_MAX))
