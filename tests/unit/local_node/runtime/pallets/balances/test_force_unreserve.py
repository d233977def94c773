from __future__ import annotations

from local_node.runtime.pallets.balances import currency
from tests.unit.local_node.runtime.pallets.balances.balances_calls import call, run, sudo, to
from tests.unit.local_node.runtime.support import BOB, TAO, Node


def test_force_unreserve():
    node = Node()
    currency.reserve(node.context(), BOB.public_key, TAO)
    run(node, sudo(call("force_unreserve", who=to(BOB), amount=2 * TAO)))
    assert currency.reserved(node.context(), BOB.public_key) == 0
