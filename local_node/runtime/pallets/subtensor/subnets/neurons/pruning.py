"""The neuron that a registration on a full subnet replaces.

The order is lowest emission, then earliest registration, then lowest uid. Neurons in their immunity
period are replaced only if too few others are left; the owner's immortal ones never are.
"""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame.context import Context
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import at, is_immune


def immortal_neurons(ctx: Context, netuid: int, owner: bytes) -> list[tuple[int, bytes]]:
    """The owner's `(uid, hotkey)` that no registration replaces, oldest first.

    The subnet owner's own hotkey comes first; `ImmuneOwnerUidsLimit` bounds their number.
    """
    limit = ctx.get(storage.ImmuneOwnerUidsLimit, netuid)
    registered = []
    for hotkey in ctx.get(storage.OwnedHotkeys, owner):
        uid = ctx.get(storage.Uids, (netuid, hotkey))
        if uid is not None:
            block = ctx.get(storage.BlockAtRegistration, (netuid, uid))
            registered.append((block, uid, hotkey))
    registered.sort(key=lambda neuron: neuron[:2])
    immortal = [(uid, hotkey) for _, uid, hotkey in registered[:limit]]

    if ctx.contains(storage.SubnetOwnerHotkey, netuid):
        owner_hotkey = ctx.get(storage.SubnetOwnerHotkey, netuid)
        uid = ctx.get(storage.Uids, (netuid, owner_hotkey))
        if uid is not None and (uid, owner_hotkey) not in immortal:
            immortal = [(uid, owner_hotkey), *immortal][:limit]
    return immortal


def neuron_to_prune(ctx: Context, netuid: int) -> int | None:
    """The uid that a new registration on the full subnet replaces, or None."""
    owner = ctx.get(storage.SubnetOwner, netuid)
    immortal = {hotkey for _, hotkey in immortal_neurons(ctx, netuid, owner)}
    emissions = ctx.get(storage.Emission, netuid)
    immune: list[tuple[int, int, int]] = []
    mortal: list[tuple[int, int, int]] = []
    for uid in range(ctx.get(storage.SubnetworkN, netuid)):
        if not ctx.contains(storage.Keys, (netuid, uid)):
            continue
        if ctx.get(storage.Keys, (netuid, uid)) in immortal:
            continue
        registered_at = ctx.get(storage.BlockAtRegistration, (netuid, uid))
        rank = (at(emissions, uid, 0), registered_at, uid)
        (immune if is_immune(ctx, netuid, uid) else mortal).append(rank)

    if len(mortal) > ctx.get(storage.MinNonImmuneUids, netuid):
        return min(mortal)[2]
    return min(immune)[2] if immune else None
