from __future__ import annotations

from tests.unit.local_node.runtime.pallets.balances.balances_calls import NEW, call, run, sudo, to
from tests.unit.local_node.runtime.support import TAO, Node


def test_force_set_balance():
    node = Node()
    issuance = node.issuance()
    run(node, sudo(call("force_set_balance", who=to(NEW), new_free=7 * TAO)))
    assert node.free(NEW) == 7 * TAO
    assert node.issuance() == issuance + 7 * TAO
    assert ("Balances", "Issued", {"amount": 7 * TAO}) in node.events()
    run(node, sudo(call("force_set_balance", who=to(NEW), new_free=499)))
    assert node.free(NEW) == 0
    assert node.issuance() == issuance
    assert ("Balances", "Rescinded", {"amount": 7 * TAO}) in node.events()
    assert ("Balances", "BalanceSet", {"who": NEW.public_key, "free": 0}) in node.events()
