"""Nonces, in the pool and in a block."""

from __future__ import annotations

from btsdk.keys import Keypair
from tests.unit.local_node.runtime.extensions.sending import REMARK, invalid, refused
from tests.unit.local_node.runtime.support import ALICE, Node


def test_a_later_nonce_requires_the_one_before(node: Node):
    _, valid = node.validate(node.sign(ALICE, REMARK, nonce=3))
    assert valid["requires"] == [ALICE.public_key + b"\x02\0\0\0"]
    assert valid["provides"] == [ALICE.public_key + b"\x03\0\0\0"]


def test_a_later_nonce_is_future_in_a_block(node: Node):
    node.begin()
    assert node.apply(node.sign(ALICE, REMARK, nonce=3)) == invalid("Future")


def test_a_used_nonce_is_stale(node: Node):
    extrinsic = node.sign(ALICE, REMARK)
    node.block(extrinsic)
    assert refused(node, extrinsic) == invalid("Stale")


def test_an_account_without_money_can_send_nothing_that_costs(node: Node):
    poor = Keypair.from_uri("//Nobody")
    assert refused(node, node.sign(poor, REMARK)) == invalid("Payment")
    free = ("Utility", ("batch", {"calls": []}))
    assert node.validate(node.sign(poor, free))[0] == "Ok"
