"""All pallets together: which calls exist, what stands before them, and what they leave."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.frozen import replace
from chain_spec.pallets import system
from local_node.runtime.bundled import PALLETS
from local_node.runtime.frame import Context, DispatchFailure, Hooks, Origin, fail
from local_node.runtime.frame.origin import root, signed
from tests.unit.local_node.runtime.pallets.acting import REMARK
from tests.unit.local_node.runtime.pallets.calling import key, refused, state
from tests.unit.local_node.runtime.support import Node, fresh_context


def with_hooks(hooks: Hooks, pallet: str = "Sudo") -> Context:
    changed = [replace(p, hooks=lambda: hooks) if p.name == pallet else p for p in PALLETS]
    return fresh_context(pallets=changed)


def test_a_call_without_code_is_filtered_even_for_root() -> None:
    ctx = fresh_context()
    assembly = Node().executive.assembly
    assert assembly.implements("System", "remark")
    assert not assembly.implements("LimitOrders", "set_pallet_status")
    assert not assembly.implements("System", "no_such_call")
    with refused(ctx, system.errors.CallFiltered):
        ctx.dispatch(("LimitOrders", ("set_pallet_status", {"enabled": True})), root)


def test_a_feature_that_is_off_has_no_call() -> None:
    assert Node("dev").executive.assembly.implements("SubtensorModule", "pow_register")
    assert not Node("fast").executive.assembly.implements("SubtensorModule", "pow_register")


def test_guards_are_asked_of_signed_calls_that_do_not_pass_them_by() -> None:
    asked: list[tuple[bytes, str]] = []

    def guard(ctx: Context, who: bytes, call: Any) -> None:
        asked.append((who, call[0]))
        raise fail(system.errors.Unauthorized)

    ctx = with_hooks(Hooks(guards=(guard,)))
    with refused(ctx, system.errors.Unauthorized):
        ctx.dispatch(REMARK, signed(key(1)))
    ctx.dispatch(REMARK, signed(key(1)), bypass=True)
    ctx.dispatch(REMARK, root)
    assert asked == [(key(1), "System")]


def test_the_base_filter_holds_all_but_root() -> None:
    ctx = with_hooks(Hooks(filter=lambda ctx, call: call[0] != "System"))
    with refused(ctx, system.errors.CallFiltered):
        ctx.dispatch(REMARK, signed(key(1)))
    ctx.dispatch(REMARK, root)


def test_a_call_that_fails_late_leaves_nothing() -> None:
    def remove_key(ctx: Context, origin: Origin) -> None:
        ctx.set(system.storage.Number, 77)
        raise fail(system.errors.Unauthorized)

    pallets = [replace(p, calls=lambda: (remove_key,)) if p.name == "Sudo" else p for p in PALLETS]
    ctx = fresh_context(pallets=pallets)
    before = state(ctx)
    with pytest.raises(DispatchFailure, match="Unauthorized"):
        ctx.dispatch(("Sudo", "remove_key"), root)
    assert ctx.block_number == 1
    assert state(ctx) == before


def test_api_functions_have_the_names_of_entry_points() -> None:
    names = [name for name, _ in Node().executive.assembly.api_functions()]
    assert len(set(names)) == len(names)
    assert "StakeInfoRuntimeApi_get_stake_info_for_coldkey" in names
    assert "AuraApi_slot_duration" in names
