"""The account of zeros."""

from __future__ import annotations

from tests.unit.local_node.runtime.extensions.sending import REMARK, invalid, refused
from tests.unit.local_node.runtime.support import ALICE, Node


def test_the_zero_account_signs_nothing(node: Node):
    extrinsic = bytearray(node.sign(ALICE, REMARK))
    extrinsic[2:34] = bytes(32)
    # nobody can have signed, and the proof is looked at first
    assert refused(node, bytes(extrinsic)) == invalid("BadProof")
