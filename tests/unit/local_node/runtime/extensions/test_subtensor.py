"""Guards as the pool tells of them."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.frozen import replace
from chain_spec.pallets import system
from local_node.runtime.bundled import PALLETS
from local_node.runtime.frame import Context, Hooks, fail
from tests.unit.local_node.runtime.extensions.sending import REMARK, invalid
from tests.unit.local_node.runtime.support import ALICE, BOB, Node


def _forbid(ctx: Context, who: bytes, call: Any) -> None:
    if call[0] == "System" and who == BOB.public_key:
        raise fail(system.errors.Unauthorized)


@pytest.mark.parametrize(("codes", "code"), [({"System.Unauthorized": 42}, 42), ({}, 255)])
def test_a_guard_refuses_with_its_code_and_stands_before_nested_calls(
    codes: dict[str, int], code: int
):
    sudo = next(pallet for pallet in PALLETS if pallet.name == "Sudo")
    hooks = Hooks(guards=(_forbid,), refusal_codes=codes)
    guarded = replace(sudo, hooks=lambda: hooks)
    others = [pallet for pallet in PALLETS if pallet is not sudo]
    node = Node(pallets=[*others, guarded])
    assert node.validate(node.sign(BOB, REMARK)) == invalid(("Custom", code))
    node.begin()
    batch = ("Utility", ("batch_all", {"calls": [REMARK]}))
    failed = ("Module", {"index": 0, "error": b"\x08\0\0\0"})
    assert node.apply(node.sign(BOB, batch)) == ("Ok", ("Err", failed))
    assert node.apply(node.sign(ALICE, batch)) == ("Ok", ("Ok", ()))
