"""The fee that is taken before a call and settled after it."""

from __future__ import annotations

from tests.unit.local_node.runtime.fees.payments import fee_paid, transfer
from tests.unit.local_node.runtime.support import ALICE, ONE, TAO, Node


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
