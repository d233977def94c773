"""What an extrinsic would change."""

from __future__ import annotations

from local_node.dev.control import Control
from local_node.dev.settings import described
from tests.unit.local_node.dev.reading import TAO
from tests.unit.local_node.dev.signing import ALICE, ZOE, call, signed, transfer


def test_a_dry_run_says_what_would_change(control: Control) -> None:
    root = control.chain.state().root
    extrinsic = signed(control, ALICE, transfer(control, ZOE.public_key, TAO))
    result = control.dry_run(extrinsic)
    assert result.outcome == b"\x00\x00"
    named = [
        change["value"]["data"]["free"]
        for change in described(control.metadata, result.changes)
        if change.get("item") == "Account" and change["keys"] == ["0x" + ZOE.public_key.hex()]
    ]
    assert named == [TAO]
    assert control.chain.state().root == root
    rootly = call(control, "System", "set_heap_pages", pages=1)
    refused = control.dry_run_as(ALICE.public_key, rootly)
    assert refused.outcome[:2] == b"\x00\x01"
    assert control.chain.impersonation.accounts == frozenset()
    assert control.chain.impersonation.ever == frozenset()
