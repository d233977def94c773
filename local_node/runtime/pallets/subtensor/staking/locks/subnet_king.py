"""The subnet's king: the hotkey with the most conviction, whose owner may become the subnet's
owner.

Once a year has passed since registration and the locks' conviction reaches a tenth of the
outstanding alpha, the owner of the king takes over the subnet at the next epoch.
"""

from __future__ import annotations

from chain_spec.pallets.subtensor import events, storage
from local_node.runtime.arithmetic.fixed import U64F64
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import DispatchFailure
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import owner_of
from local_node.runtime.pallets.subtensor.staking.locks.conviction import LockState, empty_lock
from local_node.runtime.pallets.subtensor.staking.locks.positions import Bucket, decoded
from local_node.runtime.pallets.subtensor.subnets.registration import admission

ONE_YEAR = 7200 * 365 + 1800
"""The minimum age of the subnet, in blocks."""

_NOBODY = bytes(32)


def hotkey_conviction(ctx: Context, hotkey: bytes, netuid: int) -> int:
    """The conviction of all locks to a hotkey (``U64F64``)."""
    kinds = [False, True] if hotkey == _owner_hotkey(ctx, netuid) else [False]
    total = 0
    for owner in kinds:
        for perpetual in (True, False):
            total = U64F64.add(total, _conviction(ctx, Bucket(netuid, hotkey, owner, perpetual)))
    return total


def total_conviction(ctx: Context, netuid: int) -> int:
    """The conviction of all locks on a subnet (``U64F64``)."""
    total = 0
    for _, conviction in _scores(ctx, netuid):
        total = U64F64.add(total, conviction)
    return total


def subnet_king(ctx: Context, netuid: int) -> bytes | None:
    """The hotkey with the most conviction; the greatest account wins ties."""
    totals: dict[bytes, int] = {}
    for hotkey, conviction in _scores(ctx, netuid):
        totals[hotkey] = U64F64.add(totals.get(hotkey, 0), conviction)
    return max(totals, key=lambda hotkey: (totals[hotkey], hotkey), default=None)


def change_owner_if_needed(ctx: Context, netuid: int) -> None:
    """Transfer the subnet to the king's owner, if the conditions are met and it has another
    owner."""
    king = subnet_king(ctx, netuid) if _is_time(ctx, netuid) else None
    if king is None:
        return
    coldkey, current = owner_of(ctx, king), ctx.get(storage.SubnetOwner, netuid)
    if coldkey in (_NOBODY, current) or not _ensure_neuron(ctx, netuid, king):
        return
    _abdicate(ctx, netuid)
    _crown(ctx, netuid, king)
    ctx.put(storage.SubnetOwner, netuid, coldkey)
    ctx.put(storage.SubnetOwnerHotkey, netuid, king)
    ctx.emit(events.SubnetOwnerChanged, netuid=netuid, old_coldkey=current, new_coldkey=coldkey)


def _is_time(ctx: Context, netuid: int) -> bool:
    outstanding = ctx.get(storage.SubnetAlphaOut, netuid)
    if not outstanding:
        return False
    if ctx.block_number < ctx.get(storage.NetworkRegisteredAt, netuid) + ONE_YEAR:
        return False
    tenfold = U64F64.mul(total_conviction(ctx, netuid), U64F64.from_int(10))
    return tenfold >= U64F64.from_int(outstanding)


def _ensure_neuron(ctx: Context, netuid: int, hotkey: bytes) -> bool:
    if ctx.contains(storage.Uids, (netuid, hotkey)):
        return True
    try:
        admission.take_slot(ctx, netuid, hotkey)
    except DispatchFailure:
        return False
    return True


def _abdicate(ctx: Context, netuid: int) -> None:
    """Turn locks to the owner's hotkey into locks to an ordinary hotkey."""
    hotkey = _owner_hotkey(ctx, netuid)
    for perpetual in (True, False):
        old = Bucket(netuid, hotkey, True, perpetual)
        new = Bucket(netuid, hotkey, False, perpetual)
        merged = _merged(ctx, old, new)
        if merged is not None:
            new.store(ctx, merged)


def _crown(ctx: Context, netuid: int, king: bytes) -> None:
    """Turn locks to the king into locks to the owner's hotkey, with full conviction."""
    for perpetual in (True, False):
        old = Bucket(netuid, king, False, perpetual)
        new = Bucket(netuid, king, True, perpetual)
        merged = _merged(ctx, old, new)
        if merged is not None:
            new.store(ctx, new.rolled(ctx, merged))


def _merged(ctx: Context, old: Bucket, new: Bucket) -> LockState | None:
    """Remove one bucket and add it to the content of another, both rolled."""
    moved = old.read(ctx)
    if moved is None:
        return None
    ctx.remove(old.item, old.key)
    current = new.read(ctx)
    rolled = empty_lock(ctx.block_number) if current is None else new.rolled(ctx, current)
    return rolled.plus(old.rolled(ctx, moved))._replace(last_update=ctx.block_number)


def _scores(ctx: Context, netuid: int) -> list[tuple[bytes, int]]:
    """Every bucket's hotkey and conviction: perpetual, decaying, then the owner's two."""
    scores = []
    for perpetual in (True, False):
        item = Bucket(netuid, _NOBODY, False, perpetual).item
        for hotkey, value in ctx.iter(item, netuid):
            bucket = Bucket(netuid, hotkey, False, perpetual)
            lock = decoded(value) or empty_lock(0)
            scores.append((hotkey, bucket.rolled(ctx, lock).conviction))
    owner_hotkey = _owner_hotkey(ctx, netuid)
    for perpetual in (True, False):
        bucket = Bucket(netuid, owner_hotkey, True, perpetual)
        if bucket.read(ctx) is not None:
            scores.append((owner_hotkey, _conviction(ctx, bucket)))
    return scores


def _conviction(ctx: Context, bucket: Bucket) -> int:
    lock = bucket.read(ctx)
    return 0 if lock is None else bucket.rolled(ctx, lock).conviction


def _owner_hotkey(ctx: Context, netuid: int) -> bytes:
    hotkey: bytes = ctx.get(storage.SubnetOwnerHotkey, netuid)
    return hotkey
