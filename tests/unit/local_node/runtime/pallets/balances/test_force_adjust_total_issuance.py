from __future__ import annotations

from chain_spec.pallets import balances
from tests.unit.local_node.runtime.pallets.balances.balances_calls import call, run, sudid, sudo
from tests.unit.local_node.runtime.support import TAO, Node


def test_force_adjust_total_issuance():
    node = Node()
    issuance = node.issuance()
    run(node, sudo(call("force_adjust_total_issuance", direction="Decrease", delta=TAO)))
    assert node.issuance() == issuance - TAO
    run(node, sudo(call("force_adjust_total_issuance", direction="Increase", delta=0)))
    assert sudid(node) == ("Err", ("Module", {"index": 5, "error": b"\x0b\0\0\0"}))
    node.context().set(balances.storage.InactiveIssuance, issuance)
    run(node, sudo(call("force_adjust_total_issuance", direction="Decrease", delta=TAO)))
    assert sudid(node) == ("Err", ("Module", {"index": 5, "error": b"\x0a\0\0\0"}))
