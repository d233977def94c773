from __future__ import annotations

from btsdk.keys import Keypair
from tests.unit.local_node.runtime.support import ALICE, BOB, CHARLIE, ONE, TAO, Node

EXISTENTIAL = 500


def transfer(value: int, dest: Keypair = BOB) -> tuple[str, object]:
    return ("Balances", ("transfer_keep_alive", {"dest": ("Id", dest.public_key), "value": value}))


def fee_paid(node: Node) -> dict[str, int]:
    for pallet, name, fields in node.events():
        if (pallet, name) == ("TransactionPayment", "TransactionFeePaid"):
            paid: dict[str, int] = fields
            return paid
    raise AssertionError("nobody paid")


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


def test_a_failed_call_changes_fee_and_nonce_only():
    node = Node()
    node.block(node.sign(ALICE, transfer(TAO)))  # the author's account exists from here on
    node.begin()
    before = node.ext.state()
    extrinsic = node.sign(ALICE, transfer(2_000_000 * TAO))
    result = node.apply(extrinsic)
    assert result == ("Ok", ("Err", ("Token", "FundsUnavailable")))
    context = node.context()
    changed = {key for key, value in node.ext.state().items() if before.get(key) != value} | {
        key for key in before if key not in node.ext.state()
    }
    from chain_spec.pallets import system

    account = context.schema.storage(system.storage.Account).key
    bookkeeping = {
        context.schema.storage(item).prefix
        for item in (
            system.storage.Events,
            system.storage.EventCount,
            system.storage.BlockWeight,
            system.storage.AllExtrinsicsLen,
            system.storage.ExecutionPhase,
            system.storage.InherentsApplied,
        )
    }
    bookkeeping |= {key for key in changed if key.startswith(system.storage.ExtrinsicData.prefix)}
    bookkeeping.add(b":extrinsic_index")
    assert changed - bookkeeping == {account(ALICE.public_key), account(ONE.public_key)}
    assert node.nonce(ALICE) == 2


def test_a_refund_follows_the_weight_that_the_call_reports():
    node = Node()
    calls = [
        ("System", ("remark", {"remark": b"one"})),
        transfer(2_000_000 * TAO),
        ("System", ("remark", {"remark": bytes(100_000)})),
    ]
    extrinsic = node.sign(ALICE, ("Utility", ("batch", {"calls": calls})))
    quoted = node.call("TransactionPaymentApi_query_info", extrinsic, len(extrinsic) + 4)
    node.block(extrinsic)
    # the third call never ran: its weight with its guard, and one call fewer in the batch; and
    # what a call reports is without the guard that stood before itself
    guard = 67_583_000
    unspent = 1_586_000 + 10_920 * 100_000 + guard + 5_450_264 + guard
    weight = quoted["weight"]["ref_time"]
    before, after = (weight + 999) // 2000, (weight - unspent + 999) // 2000
    assert fee_paid(node)["actual_fee"] == quoted["partial_fee"] - before + after


def test_sudo_is_free_when_it_went_through_and_paid_when_not():
    node = Node()
    inner = ("System", ("remark", {"remark": b""}))
    before = node.free(ALICE)
    node.block(node.sign(ALICE, ("Sudo", ("sudo", {"call": inner}))))
    assert fee_paid(node)["actual_fee"] == 0
    assert node.free(ALICE) == before


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
