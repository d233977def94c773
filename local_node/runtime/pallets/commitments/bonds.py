"""The reset of bonds that a commitment's flag requests: all bonds to its author."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.subnets.mechanism import storage_indices
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import uid_of


def reset(ctx: Context, netuid: int, hotkey: bytes) -> None:
    """Reset them in every mechanism of the subnet, if its owner has enabled this."""
    if not ctx.get(storage.BondsResetOn, netuid):
        return
    uid = uid_of(ctx, netuid, hotkey)
    for index in storage_indices(ctx, netuid):
        for holder, bonds in list(ctx.iter(storage.Bonds, index)):
            kept = [bond for bond in bonds if bond[0] != uid]
            ctx.put(storage.Bonds, (index, holder), kept)
