"""Calls of Sudo in the pool."""

from __future__ import annotations

from tests.unit.local_node.runtime.extensions.sending import REMARK, invalid, refused
from tests.unit.local_node.runtime.support import ALICE, BOB, Node


def test_sudo_by_another_than_the_key(node: Node):
    call = ("Sudo", ("sudo", {"call": REMARK}))
    assert refused(node, node.sign(BOB, call)) == invalid("BadSigner")
    assert node.validate(node.sign(ALICE, call))[0] == "Ok"
