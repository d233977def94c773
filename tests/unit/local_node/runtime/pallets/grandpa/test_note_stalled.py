from __future__ import annotations

from chain_spec.pallets import grandpa
from tests.unit.local_node.runtime.support import ALICE, Node


def test_note_stalled():
    node = Node()
    stalled = ("Grandpa", ("note_stalled", {"delay": 3, "best_finalized_block_number": 7}))
    assert node.block(node.sign(ALICE, stalled)) == [("Ok", ("Err", "BadOrigin"))]
    node.block(node.sign(ALICE, ("Sudo", ("sudo", {"call": stalled}))))
    assert node.context().get(grandpa.storage.Stalled) == (3, 7)
