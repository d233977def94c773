from __future__ import annotations

import pytest

from chain_spec.pallets import grandpa, system
from local_node.runtime.frame import DispatchFailure
from local_node.runtime.pallets.grandpa.pending_change import on_finalize, schedule_change
from tests.unit.local_node.runtime.support import decoded_events, fresh_context

NEXT = [(bytes([3]) * 32, 1)]


def test_a_change_is_announced_and_comes_into_force_after_its_delay():
    ctx = fresh_context(block=5)
    schedule_change(ctx, NEXT, 2, None)
    with pytest.raises(DispatchFailure, match="ChangePending"):
        schedule_change(ctx, NEXT, 2, None)
    on_finalize(ctx)
    (log,) = ctx.get(system.storage.Digest)["logs"]
    assert log == (
        "Consensus",
        (b"FRNK", b"\x01\x04" + NEXT[0][0] + b"\x01" + bytes(7) + b"\x02\0\0\0"),
    )
    ctx.set(system.storage.Number, 6)
    on_finalize(ctx)
    assert ctx.get(grandpa.storage.Authorities) != NEXT
    ctx.set(system.storage.Number, 7)
    on_finalize(ctx)
    assert ctx.get(grandpa.storage.Authorities) == NEXT
    assert ctx.get(grandpa.storage.PendingChange) is None
    assert ("Grandpa", "NewAuthorities", {"authority_set": NEXT}) in decoded_events(ctx)


def test_forced_changes_keep_a_distance():
    ctx = fresh_context(block=5)
    schedule_change(ctx, NEXT, 0, 3)
    on_finalize(ctx)
    (log,) = ctx.get(system.storage.Digest)["logs"]
    assert log[1][1][:5] == b"\x02\x03\0\0\0"
    schedule_change(ctx, NEXT, 2, 3)
    ctx.remove(grandpa.storage.PendingChange)
    with pytest.raises(DispatchFailure, match="TooSoon"):
        schedule_change(ctx, NEXT, 2, 3)


def test_a_delay_beyond_the_last_block_number_wraps_around():
    ctx = fresh_context("dev")
    schedule_change(ctx, NEXT, 2**31, 2**32 - 1)
    assert ctx.get(grandpa.storage.NextForced) == ctx.block_number
    assert ctx.get(grandpa.storage.PendingChange)["delay"] == 2**31
