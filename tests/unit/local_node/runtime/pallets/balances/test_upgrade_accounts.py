from __future__ import annotations

from chain_spec.pallets import system
from tests.unit.local_node.runtime.pallets.balances.balances_calls import DONE, call, run
from tests.unit.local_node.runtime.support import BOB, Node


def test_upgrade_accounts():
    node = Node()
    inner = call("upgrade_accounts", who=[BOB.public_key])
    assert run(node, inner) == DONE
    assert next(f for _, n, f in node.events() if n == "TransactionFeePaid")["actual_fee"] > 0
    context = node.context()
    old = context.get(system.storage.Account, BOB.public_key)
    old["data"]["flags"] = 0
    context.put(system.storage.Account, BOB.public_key, old)
    assert run(node, inner) == DONE
    assert next(f for _, n, f in node.events() if n == "TransactionFeePaid")["actual_fee"] == 0
    assert ("Balances", "Upgraded", {"who": BOB.public_key}) in node.events()
