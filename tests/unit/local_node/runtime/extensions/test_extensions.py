"""Who may send what: every extension's refusal, through the pool's entry point and in a block."""

from __future__ import annotations

from tests.unit.local_node.runtime.extensions.sending import REMARK, refused
from tests.unit.local_node.runtime.support import ALICE, Node


def test_an_address_that_is_no_account(node: Node):
    extrinsic = node.sign(ALICE, REMARK)
    raw = b"\x84\x03" + extrinsic[2:]
    assert refused(node, raw) == ("Err", ("Unknown", "CannotLookup"))
