"""A chain that begins in safe mode, or does not."""

from __future__ import annotations

from chain_spec.pallets import safe_mode
from tests.unit.local_node.runtime.support import default_genesis, fresh_context


def test_it_may_begin_in_safe_mode() -> None:
    ctx = fresh_context(genesis={**default_genesis(), "safeMode": {"enteredUntil": 44}})
    assert ctx.get(safe_mode.storage.EnteredUntil) == 44
    for config in ({}, {"enteredUntil": None}):
        ctx = fresh_context(genesis={**default_genesis(), "safeMode": config})
        assert not ctx.contains(safe_mode.storage.EnteredUntil)
