from __future__ import annotations

from btsdk.keys.hashing import blake2_256
from tests.unit.local_node.runtime.pallets.system.system_calls import DONE, call
from tests.unit.local_node.runtime.support import BOB, Node


def test_remarks():
    node = Node()
    assert node.block(node.sign(BOB, call("remark", remark=b"words"))) == [DONE]
    assert node.block(node.sign(BOB, call("remark_with_event", remark=b"words"))) == [DONE]
    hashed = {"sender": BOB.public_key, "hash": blake2_256(b"words")}
    assert ("System", "Remarked", hashed) in node.events()
