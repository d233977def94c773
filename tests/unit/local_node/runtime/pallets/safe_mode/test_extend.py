"""Calls that extend safe mode."""

from __future__ import annotations

from chain_spec.pallets import safe_mode
from local_node.runtime.frame.origin import root, signed
from tests.unit.local_node.runtime.pallets.calling import dispatch, events_of, key, refused
from tests.unit.local_node.runtime.support import fresh_context


def test_root_extends_what_was_entered() -> None:
    ctx = fresh_context()
    with refused(ctx, safe_mode.errors.Exited):
        dispatch(ctx, root, "SafeMode", "force_extend")
    ctx.set(safe_mode.storage.EnteredUntil, 100)
    with refused(ctx, "BadOrigin"):
        dispatch(ctx, signed(key(1)), "SafeMode", "force_extend")
    dispatch(ctx, root, "SafeMode", "force_extend")
    assert ctx.get(safe_mode.storage.EnteredUntil) == 3_700
    assert events_of(ctx, "SafeMode") == [("Extended", {"until": 3_700})]


def test_it_ends_with_the_last_block_number_at_the_latest() -> None:
    ctx = fresh_context()
    ctx.set(safe_mode.storage.EnteredUntil, 2**32 - 5)
    dispatch(ctx, root, "SafeMode", "force_extend")
    assert ctx.get(safe_mode.storage.EnteredUntil) == 2**32 - 1


def test_nobody_extends_for_a_deposit() -> None:
    ctx = fresh_context()
    ctx.set(safe_mode.storage.EnteredUntil, 100)
    with refused(ctx, safe_mode.errors.NotConfigured):
        dispatch(ctx, signed(key(1)), "SafeMode", "extend")
