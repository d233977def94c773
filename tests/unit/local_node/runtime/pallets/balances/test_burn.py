from __future__ import annotations

from tests.unit.local_node.runtime.pallets.balances.balances_calls import DONE, call, run
from tests.unit.local_node.runtime.support import ALICE, TAO, Node


def test_burn():
    node = Node()
    issuance = node.issuance()
    assert run(node, call("burn", value=TAO, keep_alive=True)) == DONE
    assert node.issuance() == issuance - TAO
    assert ("Balances", "Burned", {"who": ALICE.public_key, "amount": TAO}) in node.events()
