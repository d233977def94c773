"""The calls of Balances, signed and in blocks."""

from __future__ import annotations

from tests.unit.local_node.runtime.pallets.balances.balances_calls import call, run, to
from tests.unit.local_node.runtime.support import ALICE, BOB, Node

BAD_ORIGIN = ("Ok", ("Err", "BadOrigin"))


def test_root_calls_want_root():
    node = Node()
    for inner in (
        call("force_transfer", source=to(BOB), dest=to(ALICE), value=1),
        call("force_set_balance", who=to(BOB), new_free=1),
        call("force_unreserve", who=to(BOB), amount=1),
        call("force_adjust_total_issuance", direction="Increase", delta=1),
    ):
        assert run(node, inner) == BAD_ORIGIN
