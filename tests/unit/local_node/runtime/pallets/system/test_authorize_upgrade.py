from __future__ import annotations

from btsdk.keys.hashing import blake2_256
from tests.unit.local_node.runtime.pallets.system.system_calls import DONE, as_root, call, error
from tests.unit.local_node.runtime.support import BOB, Node


def test_an_authorised_upgrade_turns_out_invalid():
    node = Node()
    apply = call("apply_authorized_upgrade", code=b"wasm")
    assert node.block(node.sign(BOB, apply)) == [("Ok", error(7))]
    code_hash = blake2_256(b"wasm")
    assert as_root(node, call("authorize_upgrade", code_hash=code_hash)) == ("Ok", ())
    wrong = call("apply_authorized_upgrade", code=b"other")
    assert node.block(node.sign(BOB, wrong)) == [("Ok", error(8))]
    assert node.block(node.sign(BOB, apply)) == [DONE]
    _, reason = error(2)
    rejected = {"code_hash": code_hash, "error": reason}
    assert ("System", "RejectedInvalidAuthorizedUpgrade", rejected) in node.events()
    assert node.block(node.sign(BOB, apply)) == [("Ok", error(7))]
