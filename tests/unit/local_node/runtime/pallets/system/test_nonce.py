"""The nonce of the next extrinsic."""

from __future__ import annotations

from tests.unit.local_node.runtime.pallets.acting import REMARK, run
from tests.unit.local_node.runtime.support import ALICE, BOB, Node


def test_it_counts_what_is_in_blocks() -> None:
    node = Node()
    entry = "AccountNonceApi_account_nonce"
    assert node.call(entry, bytes(32)) == 0
    for count in (1, 2):
        run(node, REMARK, ALICE)
        assert node.call(entry, ALICE.public_key) == count
    assert node.call(entry, BOB.public_key) == 0
