"""The trimming of a subnet to fewer slots: the lowest emitters are removed, the rest renumbered.

Immune neurons (the owner's, and those in their immunity period) stay; they must be less than 80 %
of the remaining ones. All per-uid state is renumbered; weights and bonds on removed neurons are
deleted.
"""

from __future__ import annotations

from typing import Any

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context, ensure
from local_node.runtime.pallets.subtensor.subnets.mechanism import storage_indices
from local_node.runtime.pallets.subtensor.subnets.neurons.pruning import immortal_neurons
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import at, is_immune
from local_node.runtime.pallets.subtensor.subnets.subnet import ensure_subnet_exists

_MAX_IMMUNE_PERCENT = 80

# Per-uid vectors, with the value of a missing element.
_VECTORS: tuple[tuple[Any, Any], ...] = (
    (storage.Emission, 0),
    (storage.Active, False),
    (storage.Consensus, 0),
    (storage.Dividends, 0),
    (storage.ValidatorTrust, 0),
    (storage.ValidatorPermit, False),
    (storage.StakeWeight, 0),
)
_PER_UID: tuple[Any, ...] = (
    storage.Keys,
    storage.AssociatedEvmAddress,
    storage.BlockAtRegistration,
)
_ROWS: tuple[Any, ...] = (storage.Weights, storage.Bonds)
# By netuid and hotkey; the maps in the other order are below.
_BY_HOTKEY: tuple[Any, ...] = (
    storage.Uids,
    storage.AlphaDividendsPerSubnet,
    storage.Axons,
    storage.NeuronCertificates,
    storage.Prometheus,
)
_OF_HOTKEY: tuple[Any, ...] = (storage.IsNetworkMember, storage.LastHotkeyEmissionOnNetuid)


def trim_to(ctx: Context, netuid: int, max_uids: int) -> None:
    """Trim to `max_uids`, which must be between the minimum and the current maximum."""
    ensure_subnet_exists(ctx, netuid)
    ensure(max_uids >= ctx.get(storage.MinAllowedUids, netuid), errors.InvalidValue)
    ensure(max_uids <= ctx.get(storage.MaxAllowedUids, netuid), errors.InvalidValue)
    ctx.put(storage.MaxAllowedUids, netuid, max_uids)
    count = ctx.get(storage.SubnetworkN, netuid)
    if count <= max_uids:
        return
    immune = _immune_uids(ctx, netuid, count)
    # In whole percent, truncated.
    percent = min(100 * len(immune) // max_uids if max_uids else 100, 100)
    ensure(percent < _MAX_IMMUNE_PERCENT, errors.TrimmingWouldExceedMaxImmunePercentage)

    removed = _uids_to_remove(ctx, netuid, count, max_uids, immune)
    for uid in removed:
        _remove_neuron(ctx, netuid, uid)
    emitting = len(ctx.get(storage.Emission, netuid))
    kept = [uid for uid in range(emitting) if uid not in removed]
    _renumber(ctx, netuid, kept)
    ctx.put(storage.SubnetworkN, netuid, max_uids)


def _immune_uids(ctx: Context, netuid: int, count: int) -> set[int]:
    owner = ctx.get(storage.SubnetOwner, netuid)
    immune = {uid for uid, _ in immortal_neurons(ctx, netuid, owner) if uid < count}
    return immune | {uid for uid in range(count) if is_immune(ctx, netuid, uid)}


def _uids_to_remove(
    ctx: Context, netuid: int, count: int, max_uids: int, immune: set[int]
) -> set[int]:
    """The lowest emitters that are not immune; the highest uids among equals."""
    emissions = ctx.get(storage.Emission, netuid)
    ranked = sorted(range(len(emissions)), key=lambda uid: -emissions[uid])
    removable = [uid for uid in reversed(ranked[:count]) if uid not in immune]
    return set(removable[: count - max_uids])


def _remove_neuron(ctx: Context, netuid: int, uid: int) -> None:
    if ctx.contains(storage.Keys, (netuid, uid)):
        hotkey = ctx.get(storage.Keys, (netuid, uid))
        for item in _BY_HOTKEY:
            ctx.remove(item, (netuid, hotkey))
        for item in _OF_HOTKEY:
            ctx.remove(item, (hotkey, netuid))
    for item in _PER_UID:
        ctx.remove(item, (netuid, uid))
    for index in storage_indices(ctx, netuid):
        for item in _ROWS:
            ctx.remove(item, (index, uid))


def _renumber(ctx: Context, netuid: int, kept: list[int]) -> None:
    for item, missing in _VECTORS:
        vector = ctx.get(item, netuid)
        ctx.put(item, netuid, [at(vector, uid, missing) for uid in kept])
    new_uids = {old: new for new, old in enumerate(kept)}
    for old, new in new_uids.items():
        for item in _PER_UID:
            _swap(ctx, item, (netuid, old), (netuid, new))
    for index in storage_indices(ctx, netuid):
        _renumber_mechanism(ctx, index, new_uids)
    ctx.clear_prefix(storage.Uids, netuid)
    for new in new_uids.values():
        ctx.put(storage.Uids, (netuid, ctx.get(storage.Keys, (netuid, new))), new)


def _renumber_mechanism(ctx: Context, index: int, new_uids: dict[int, int]) -> None:
    for item in (storage.Incentive, storage.LastUpdate):
        vector = ctx.get(item, index)
        ctx.put(item, index, [at(vector, uid, 0) for uid in new_uids])
    for item in _ROWS:
        for old, new in new_uids.items():
            _swap(ctx, item, (index, old), (index, new))
            row = ctx.get(item, (index, new))
            moved = [(new_uids[uid], value) for uid, value in row if uid in new_uids]
            ctx.put(item, (index, new), moved)


def _swap(ctx: Context, item: Any, first: tuple[int, int], second: tuple[int, int]) -> None:
    """Swap two entries, either of which may be missing (`StorageDoubleMap::swap`)."""
    values = [ctx.get(item, key) if ctx.contains(item, key) else None for key in (first, second)]
    for key, value in zip((second, first), values, strict=True):
        if value is None:
            ctx.remove(item, key)
        else:
            ctx.put(item, key, value)
