"""The slots of a subnet: appending a neuron, and replacing one and its state.

`Keys` and `Uids` are inverse to each other, uids run from 0 to `SubnetworkN - 1` without gaps, and
the per-uid vectors (activity, emission, consensus …) have that length.
"""

from __future__ import annotations

from typing import Any

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import fail
from local_node.runtime.pallets.subtensor.subnets.mechanism import netuid_of, storage_indices

# The initial values of a new neuron in the subnet's per-uid vectors.
_NEW_NEURON: tuple[tuple[Any, Any], ...] = (
    (storage.Active, True),
    (storage.Emission, 0),
    (storage.Consensus, 0),
    (storage.Dividends, 0),
    (storage.ValidatorTrust, 0),
    (storage.ValidatorPermit, False),
)
# The vectors that a replacement clears: without `Active` (set apart) and with `StakeWeight`.
_CLEARED: tuple[tuple[Any, Any], ...] = (
    (storage.Emission, 0),
    (storage.Consensus, 0),
    (storage.Dividends, 0),
    (storage.StakeWeight, 0),
    (storage.ValidatorTrust, 0),
    (storage.ValidatorPermit, False),
)
# The state of a hotkey on one subnet, by netuid and hotkey.
_SERVING_MAPS = (storage.Axons, storage.NeuronCertificates, storage.Prometheus)


def uid_of(ctx: Context, netuid: int, hotkey: bytes) -> int:
    """The hotkey's uid; fails with `HotKeyNotRegisteredInSubNet`."""
    uid = ctx.get(storage.Uids, (netuid, hotkey))
    if uid is None:
        raise fail(errors.HotKeyNotRegisteredInSubNet)
    return uid


def is_registered(ctx: Context, netuid: int, hotkey: bytes) -> bool:
    return ctx.contains(storage.Uids, (netuid, hotkey))


def is_registered_anywhere(ctx: Context, hotkey: bytes) -> bool:
    return bool(registered_networks(ctx, hotkey))


def registered_networks(ctx: Context, hotkey: bytes) -> list[int]:
    members = ctx.iter(storage.IsNetworkMember, hotkey)
    return [netuid for netuid, is_member in members if is_member]


def owner_uid(ctx: Context, netuid: int) -> int | None:
    """The uid of the subnet owner's hotkey, or None if it is not registered."""
    if not ctx.contains(storage.SubnetOwnerHotkey, netuid):
        return None
    return ctx.get(storage.Uids, (netuid, ctx.get(storage.SubnetOwnerHotkey, netuid)))


def is_immune(ctx: Context, netuid: int, uid: int) -> bool:
    """Whether the neuron is in its immunity period."""
    age = max(ctx.block_number - ctx.get(storage.BlockAtRegistration, (netuid, uid)), 0)
    return age < ctx.get(storage.ImmunityPeriod, netuid)


def at(vector: list[Any], uid: int, default: Any) -> Any:
    """The element of a per-uid vector, or the default beyond its end."""
    return vector[uid] if uid < len(vector) else default


def padded_last_update(ctx: Context, index: int) -> list[int]:
    """`LastUpdate`, padded with zeros to one entry per neuron."""
    updates = ctx.get(storage.LastUpdate, index)
    return updates + [0] * (ctx.get(storage.SubnetworkN, netuid_of(index)) - len(updates))


def set_last_update(ctx: Context, index: int, uid: int, block: int) -> None:
    updates = padded_last_update(ctx, index)
    if uid < len(updates):
        updates[uid] = block
        ctx.put(storage.LastUpdate, index, updates)


def append_neuron(ctx: Context, netuid: int, hotkey: bytes, block: int) -> int:
    """Give the hotkey the next uid; the caller has checked that there is room."""
    uid = ctx.get(storage.SubnetworkN, netuid)
    ctx.put(storage.SubnetworkN, netuid, min(uid + 1, 0xFFFF))
    for item, value in _NEW_NEURON:
        ctx.put(item, netuid, [*ctx.get(item, netuid), value])
    for index in storage_indices(ctx, netuid):
        ctx.put(storage.Incentive, index, [*ctx.get(storage.Incentive, index), 0])
        set_last_update(ctx, index, uid, block)
    _take_slot(ctx, netuid, uid, hotkey, block)
    return uid


def replace_neuron(ctx: Context, netuid: int, uid: int, hotkey: bytes, block: int) -> None:
    """Give a used uid to another hotkey; the subnet owner's own hotkey is never replaced."""
    old_hotkey = ctx.get(storage.Keys, (netuid, uid))
    if _is_owner_hotkey(ctx, netuid, old_hotkey):
        return
    ctx.remove(storage.Uids, (netuid, old_hotkey))
    ctx.remove(storage.AssociatedEvmAddress, (netuid, uid))
    ctx.remove(storage.IsNetworkMember, (old_hotkey, netuid))
    _set_element(ctx, storage.Active, netuid, uid, True)
    _take_slot(ctx, netuid, uid, hotkey, block)
    for item in _SERVING_MAPS:
        ctx.remove(item, (netuid, old_hotkey))
    clear_neuron(ctx, netuid, uid)
    for index in storage_indices(ctx, netuid):
        set_last_update(ctx, index, uid, block)


def clear_neuron(ctx: Context, netuid: int, uid: int) -> None:
    """Delete a uid's scores, weights and bonds, and set others' weights on it to zero."""
    for item, zero in _CLEARED:
        _set_element(ctx, item, netuid, uid, zero)
    for index in storage_indices(ctx, netuid):
        _set_element(ctx, storage.Incentive, index, uid, 0)
        ctx.remove(storage.Bonds, (index, uid))
        ctx.remove(storage.Weights, (index, uid))
        _zero_weights_on(ctx, index, uid)


def _zero_weights_on(ctx: Context, index: int, uid: int) -> None:
    for holder, row in list(ctx.iter(storage.Weights, index)):
        if any(target == uid for target, _ in row):
            cleared = [(target, 0 if target == uid else weight) for target, weight in row]
            ctx.put(storage.Weights, (index, holder), cleared)


def _take_slot(ctx: Context, netuid: int, uid: int, hotkey: bytes, block: int) -> None:
    ctx.put(storage.Keys, (netuid, uid), hotkey)
    ctx.put(storage.Uids, (netuid, hotkey), uid)
    ctx.put(storage.BlockAtRegistration, (netuid, uid), block)
    ctx.put(storage.IsNetworkMember, (hotkey, netuid), True)


def _set_element(ctx: Context, item: Any, key: int, uid: int, value: Any) -> None:
    vector = ctx.get(item, key)
    if uid < len(vector):
        vector[uid] = value
        ctx.put(item, key, vector)


def _is_owner_hotkey(ctx: Context, netuid: int, hotkey: bytes) -> bool:
    return (
        ctx.contains(storage.SubnetOwnerHotkey, netuid)
        and ctx.get(storage.SubnetOwnerHotkey, netuid) == hotkey
    )
