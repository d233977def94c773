from __future__ import annotations

from btsdk.keys import Keypair
from tests.unit.local_node.runtime.fees.payments import fee_paid, transfer
from tests.unit.local_node.runtime.support import ALICE, CHARLIE, ONE, TAO, Node

EXISTENTIAL = 500


def test_the_author_receives_fee_and_tip_and_nothing_is_lost():
    node = Node()
    before, issuance = node.free(ALICE), node.issuance()
    extrinsic = node.sign(ALICE, transfer(TAO), tip=12_345)
    quoted = node.call("TransactionPaymentApi_query_info", extrinsic, len(extrinsic) + 2)
    node.block(extrinsic)
    paid = fee_paid(node)
    assert paid["actual_fee"] == quoted["partial_fee"] + 12_345
    assert paid["tip"] == 12_345
    assert node.free(ONE) == paid["actual_fee"]
    assert node.free(ALICE) == before - TAO - paid["actual_fee"]
    assert node.issuance() == issuance


def test_the_payer_keeps_the_existential_deposit():
    node = Node()
    poor = Keypair.from_uri("//Poor")
    remark = ("System", ("remark", {"remark": b""}))
    fee = node.call("TransactionPaymentApi_query_info", node.sign(ALICE, remark), 110)
    length = len(node.sign(ALICE, remark)) + 2
    cost = fee["partial_fee"] - 110 + length
    node.block(node.sign(ALICE, transfer(cost + EXISTENTIAL - 1, poor)))
    refused = node.validate(node.sign(poor, remark))
    assert refused == ("Err", ("Invalid", "Payment"))
    node.block(node.sign(ALICE, transfer(EXISTENTIAL, poor)))
    assert node.block(node.sign(poor, remark)) == [("Ok", ("Ok", ()))]
    assert node.free(poor) == 2 * EXISTENTIAL - 1


def test_an_author_that_cannot_hold_the_fee_burns_it():
    node = Node()
    issuance = node.issuance()
    node.begin()
    # a tip-only payment below the existential deposit cannot open the author's account
    free_call = ("Utility", ("batch", {"calls": []}))
    result = node.apply(node.sign(CHARLIE, free_call, tip=EXISTENTIAL - 1))
    assert result == ("Ok", ("Ok", ()))
    assert node.free(ONE) == 0
    assert node.issuance() == issuance - (EXISTENTIAL - 1)
