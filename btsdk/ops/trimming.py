"""The bounds of trimming a subnet: the neurons that are immune to it."""

from __future__ import annotations

from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage_many, storage_map
from btsdk.storage import subtensor
from btsdk.tx.operation import Refusal

_MOST_IMMUNE_PERCENT = 80


def trimming_refusal(
    at: BlockContext, netuid: int, max_uids: int, count: int
) -> Program[Refusal | None]:
    """A refusal of trimming a subnet with `count` neurons to `max_uids`."""
    least, most = yield from storage_many(
        at, [(subtensor.MinAllowedUids, (netuid,)), (subtensor.MaxAllowedUids, (netuid,))]
    )
    if not least <= max_uids <= most:
        reason = f"the number of uids is from {least} to {most}, not {max_uids}"
        return Refusal("SubtensorModule.InvalidValue", reason)
    if count <= max_uids:
        return None
    immune = len((yield from _immune_uids(at, netuid)))
    if max_uids and immune * 100 // max_uids < _MOST_IMMUNE_PERCENT:
        return None
    reason = (
        f"{immune} neurons are immune: they must be less than {_MOST_IMMUNE_PERCENT} % of "
        f"{max_uids}"
    )
    return Refusal("SubtensorModule.TrimmingWouldExceedMaxImmunePercentage", reason)


def _immune_uids(at: BlockContext, netuid: int) -> Program[set[int]]:
    """The uids in their immunity period, and those of the owner, in the next block."""
    entries = yield from storage_map(at, subtensor.BlockAtRegistration, netuid)
    registered = {uid: block for (_, uid), block in entries}
    period, owner, owner_hotkey, most = yield from storage_many(
        at,
        [
            (subtensor.ImmunityPeriod, (netuid,)),
            (subtensor.SubnetOwner, (netuid,)),
            (subtensor.SubnetOwnerHotkey, (netuid,)),
            (subtensor.ImmuneOwnerUidsLimit, (netuid,)),
        ],
    )
    (hotkeys,) = yield from storage_many(at, [(subtensor.OwnedHotkeys, (owner,))])
    wanted = [*hotkeys, owner_hotkey]
    uids = yield from storage_many(at, [(subtensor.Uids, (netuid, one)) for one in wanted])
    *own, first = uids
    oldest = sorted({uid for uid in own if uid is not None}, key=lambda n: (registered[n], n))
    immortal = oldest[:most]
    if first is not None and first not in immortal:
        immortal = [first, *immortal][:most]
    young = {uid for uid, block in registered.items() if at.number + 1 - block < period}
    return young | set(immortal)
