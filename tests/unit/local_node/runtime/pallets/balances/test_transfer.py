from __future__ import annotations

from tests.unit.local_node.runtime.pallets.balances.balances_calls import DONE, NEW, call, run, to
from tests.unit.local_node.runtime.support import DAVE, TAO, Node


def test_transfer_allow_death():
    node = Node()
    fee = 400_000
    value = 2_000 * TAO - fee
    assert run(node, call("transfer_allow_death", dest=to(NEW), value=value), DAVE) == DONE
    assert node.free(NEW) == value


def test_an_address_that_is_no_account():
    node = Node()
    inner = call("transfer_allow_death", dest=("Raw", b"abc"), value=5)
    assert run(node, inner) == ("Ok", ("Err", "CannotLookup"))
