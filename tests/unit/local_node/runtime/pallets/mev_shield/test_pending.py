from __future__ import annotations

from chain_spec.pallets import system
from local_node.runtime.frame import Context
from local_node.runtime.frame.origin import root
from local_node.runtime.pallets.mev_shield.pending import process
from tests.unit.local_node.runtime.pallets.calling import events_of, key, refused
from tests.unit.local_node.runtime.pallets.mev_shield.shield_calls import errors, shielding, storage


def store(ctx: Context, content: bytes = b"call") -> None:
    shielding(ctx, key(5), "store_encrypted", encrypted_call=content)


def test_stored_ones_wait_until_the_next_block(ctx: Context) -> None:
    shielding(ctx, root, "set_max_pending_extrinsics_number", value=2)
    store(ctx)
    store(ctx)
    with refused(ctx, errors.TooManyPendingExtrinsics):
        store(ctx)
    assert ctx.get(storage.CounterForPendingExtrinsics) == 2
    pending = {"who": key(5), "encrypted_call": b"call", "submitted_at": 10}
    assert ctx.get(storage.PendingExtrinsics, 1) == pending
    ctx.set(system.storage.Number, 11)
    # two reads to begin with; for each one read and two writes
    assert process(ctx).ref_time == 4 * 25_000_000 + 4 * 100_000_000
    assert events_of(ctx, "MevShield")[-2:] == [
        ("ExtrinsicDecodeFailed", {"index": 0}),
        ("ExtrinsicDecodeFailed", {"index": 1}),
    ]
    assert ctx.get(storage.CounterForPendingExtrinsics) == 0
    assert process(ctx).ref_time == 2 * 25_000_000
    store(ctx)
    assert ctx.get(storage.NextPendingExtrinsicIndex) == 3


def test_stored_ones_expire(ctx: Context) -> None:
    shielding(ctx, root, "set_stored_extrinsic_lifetime", value=3)
    store(ctx)
    ctx.set(system.storage.Number, 14)
    process(ctx)
    assert events_of(ctx, "MevShield")[-1] == ("ExtrinsicExpired", {"index": 0})
