"""`MevShield.store_encrypted`, and the processing of stored extrinsics in the next block.

The runtime of spec version 425 cannot decrypt stored extrinsics: each one is dropped with
`ExtrinsicDecodeFailed`, or with `ExtrinsicExpired` after its lifetime. Root's weight limits are
stored and have no effect.
"""

from __future__ import annotations

from chain_spec.pallets import mev_shield
from local_node.runtime.frame import Context, Origin, Weight, ensure, ensure_signed
from local_node.runtime.frame.weight import db

U32_MAX = (1 << 32) - 1
MOST_PENDING = 10_000
"""The default limit is 100; this one bounds a block after `System.set_storage` wrote another."""


def store_encrypted(ctx: Context, origin: Origin, encrypted_call: bytes) -> None:
    """Append an encrypted extrinsic to the queue; fails if it is full."""
    who = ensure_signed(origin)
    storage = mev_shield.storage
    room = ctx.get(storage.CounterForPendingExtrinsics) < ctx.get(storage.MaxPendingExtrinsicsLimit)
    ensure(room, mev_shield.errors.TooManyPendingExtrinsics)
    index = ctx.get(storage.NextPendingExtrinsicIndex)
    pending = {"who": who, "encrypted_call": encrypted_call, "submitted_at": ctx.block_number}
    ctx.put(storage.PendingExtrinsics, index, pending)
    ctx.set(storage.NextPendingExtrinsicIndex, min(index + 1, U32_MAX))
    ctx.emit(mev_shield.events.ExtrinsicStored, index, who)


def process(ctx: Context) -> Weight:
    """Process the queue; return the weight."""
    storage = mev_shield.storage
    count = ctx.get(storage.CounterForPendingExtrinsics)
    weight = db(reads=2)
    if not count:
        return weight
    end = ctx.get(storage.NextPendingExtrinsicIndex)
    lifetime = ctx.get(storage.ExtrinsicLifetime)
    for index in range(max(end - min(count, MOST_PENDING), 0), end):
        pending = ctx.get(storage.PendingExtrinsics, index)
        if pending is None:
            weight = weight.plus(db(reads=1))
            continue
        expired = ctx.block_number - pending["submitted_at"] > lifetime
        events = mev_shield.events
        ctx.remove(storage.PendingExtrinsics, index)
        ctx.emit(events.ExtrinsicExpired if expired else events.ExtrinsicDecodeFailed, index)
        weight = weight.plus(db(1, 2))
    return weight
