"""Deregistration: the neurons that registrations on a full subnet replace, and in which order.

The chain replaces the neuron with the lowest emission, then the earliest registration, then the
lowest uid. Neurons in their immunity period come after all others, or as soon as no more than
`MinNonImmuneUids` others are left. The subnet owner's own hotkeys, up to a limit, are never
replaced.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from btsdk.errors import UsageError
from btsdk.integers import NETUID_MAX, netuid_of, whole
from btsdk.keys import ss58
from btsdk.rpc.effects import Program
from btsdk.rpc.parallel import gather
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage, storage_many, storage_map
from btsdk.storage import subtensor
from btsdk.units import Alpha


@dataclass(frozen=True)
class PruningCandidate:
    """A neuron that may be replaced. It is immune before the block `immune_until`; `emission` is
    that of the last epoch."""

    uid: int
    hotkey: str
    emission: Alpha
    registered_at: int
    immune_until: int


@dataclass(frozen=True)
class Pruning:
    """The order in which registrations replace a subnet's neurons, from the next block on.

    It holds until emissions or immunities change, and newcomers are not in it. While there are
    `free_slots`, registrations take those. `protected` are the owner's uids; a uid that is neither
    there nor in `order` is kept by `MinNonImmuneUids`.
    """

    netuid: int
    block: int
    free_slots: int
    order: tuple[PruningCandidate, ...]
    protected: tuple[int, ...]

    @property
    def next(self) -> PruningCandidate | None:
        """The neuron that the next registration on the full subnet replaces."""
        return self.order[0] if self.order else None

    def registrations_until(self, uid: int) -> int | None:
        """How many registrations it takes to replace a uid, the free slots included; None if it is
        not replaced."""
        uid = whole(uid, "uid", 0, NETUID_MAX)
        for place, candidate in enumerate(self.order, 1):
            if candidate.uid == uid:
                return self.free_slots + place
        return None


def pruning(at: BlockContext, netuid: int) -> Program[Pruning]:
    """The order of deregistration; raises `UsageError` if there is no such subnet."""
    netuid = netuid_of(netuid)
    names = (
        subtensor.NetworksAdded, subtensor.SubnetworkN, subtensor.MaxAllowedUids,
        subtensor.ImmunityPeriod, subtensor.MinNonImmuneUids, subtensor.Emission,
    )  # fmt: skip
    reads: list[Program[Any]] = [
        storage_many(at, [(item, (netuid,)) for item in names]),
        storage_map(at, subtensor.Keys, netuid),
        storage_map(at, subtensor.BlockAtRegistration, netuid),
        _owners(at, netuid),
    ]
    values, keys, registered, owners = yield from gather(reads)
    exists, size, most, period, least, emissions = values
    if not exists:
        raise UsageError(f"there is no subnet {netuid} at block {at.number}")
    blocks = {uid: block for (_, uid), block in registered}
    neurons = [
        PruningCandidate(
            uid,
            ss58.encode(hotkey),
            Alpha.from_rao(emissions[uid] if uid < len(emissions) else 0, netuid),
            blocks.get(uid, 0),
            blocks.get(uid, 0) + period,
        )
        for (_, uid), hotkey in sorted(keys)
        if uid < size
    ]
    kept = _protected(neurons, *owners)
    order = pruning_order((n for n in neurons if n.uid not in kept), at.number + 1, least)
    return Pruning(netuid, at.number, max(most - size, 0), order, tuple(sorted(kept)))


def immunity_left(at: BlockContext, netuid: int, uid: int) -> Program[int]:
    """The blocks for which a neuron is still immune to deregistration; 0 if it is not."""
    netuid = netuid_of(netuid)
    uid = whole(uid, "uid", 0, NETUID_MAX)
    size, registered, period = yield from storage_many(
        at,
        [
            (subtensor.SubnetworkN, (netuid,)),
            (subtensor.BlockAtRegistration, (netuid, uid)),
            (subtensor.ImmunityPeriod, (netuid,)),
        ],
    )
    if uid >= size:
        raise UsageError(f"subnet {netuid} has no uid {uid}: it has {size} neurons")
    return max(int(registered + period - at.number), 0)


def pruning_order(
    neurons: Iterable[PruningCandidate], block: int, least: int
) -> tuple[PruningCandidate, ...]:
    """The order in which registrations in `block` replace neurons that are not protected, if
    `least` of them that are not immune are always kept."""
    ranked = sorted(neurons, key=lambda n: (n.emission.rao, n.registered_at, n.uid))
    mortal = [neuron for neuron in ranked if neuron.immune_until <= block]
    immune = [neuron for neuron in ranked if neuron.immune_until > block]
    return (*mortal[: max(len(mortal) - least, 0)], *immune)


def _owners(at: BlockContext, netuid: int) -> Program[tuple[bytes, list[bytes], int]]:
    """The owner hotkey of a subnet, all hotkeys of its owner, and how many are protected."""
    owner, hotkey, limit = yield from storage_many(
        at,
        [
            (subtensor.SubnetOwner, (netuid,)),
            (subtensor.SubnetOwnerHotkey, (netuid,)),
            (subtensor.ImmuneOwnerUidsLimit, (netuid,)),
        ],
    )
    owned = yield from storage(at, subtensor.OwnedHotkeys, owner)
    return hotkey, owned, limit


def _protected(
    neurons: Iterable[PruningCandidate], hotkey: bytes, owned: Iterable[bytes], limit: int
) -> set[int]:
    """The owner's uids that are never replaced: the subnet's owner hotkey, then the oldest."""
    own = {ss58.encode(key) for key in owned}
    oldest = sorted((n.registered_at, n.uid) for n in neurons if n.hotkey in own)
    kept = [uid for _, uid in oldest[:limit]]
    first = [n.uid for n in neurons if n.hotkey == ss58.encode(hotkey)]
    if first and first[0] not in kept:
        kept = [*first, *kept][:limit]
    return set(kept)
