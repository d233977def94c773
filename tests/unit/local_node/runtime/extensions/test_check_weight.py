"""How much a block holds."""

from __future__ import annotations

from tests.unit.local_node.runtime.extensions.sending import invalid, refused
from tests.unit.local_node.runtime.support import ALICE, Node


def test_an_extrinsic_too_heavy_for_any_block(node: Node):
    inner = ("System", ("remark", {"remark": b""}))
    weight = {"ref_time": 2_600_000_000_000, "proof_size": 0}
    call = ("Sudo", ("sudo_unchecked_weight", {"call": inner, "weight": weight}))
    assert refused(node, node.sign(ALICE, call)) == invalid("ExhaustsResources")


def test_a_full_block_has_no_room(node: Node):
    inner = ("System", ("remark", {"remark": b""}))
    weight = {"ref_time": 2_000_000_000_000, "proof_size": 0}
    call = ("Sudo", ("sudo_unchecked_weight", {"call": inner, "weight": weight}))
    node.begin()
    assert node.apply(node.sign(ALICE, call)) == ("Ok", ("Ok", ()))
    assert node.apply(node.sign(ALICE, call)) == invalid("ExhaustsResources")
    assert node.nonce(ALICE) == 1


def test_a_block_has_room_for_so_many_bytes(node: Node):
    node.begin()
    long = ("System", ("remark", {"remark": bytes(5_000_000)}))
    assert node.apply(node.sign(ALICE, long)) == ("Ok", ("Ok", ()))
    assert node.apply(node.sign(ALICE, long)) == invalid("ExhaustsResources")
