from __future__ import annotations

from chain_spec.pallets import system
from tests.unit.local_node.runtime.pallets.balances.balances_calls import DONE, NEW, call, run, to
from tests.unit.local_node.runtime.support import DAVE, Node


def test_transfer_all():
    node = Node()
    assert run(node, call("transfer_all", dest=to(NEW), keep_alive=True), DAVE) == DONE
    assert node.free(DAVE) == 500
    node = Node()
    assert run(node, call("transfer_all", dest=to(NEW), keep_alive=False), DAVE) == DONE
    # the account is gone, and its nonce with it
    assert not node.context().contains(system.storage.Account, DAVE.public_key)
