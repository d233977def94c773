from __future__ import annotations

from local_node.runtime.pallets.multisig.signatories import multi_account
from local_node.runtime.weights import reported
from tests.unit.local_node.runtime.pallets.acting import (
    DONE,
    REMARK,
    events_of,
    failed,
    reserved,
    run,
    transfer,
)
from tests.unit.local_node.runtime.pallets.multisig.multisig_calls import (
    ACCOUNT,
    ALL,
    ANY_WEIGHT,
    DEPOSIT_OF_TWO,
    approve,
    encoded,
    errors,
    hashed,
    now,
    sign,
    stored,
    used,
)
from tests.unit.local_node.runtime.support import ALICE, BOB, CHARLIE, DAVE, TAO, Node


def test_two_of_three():
    node = Node()
    run(node, transfer(10 * TAO, ACCOUNT))
    inner = transfer(3 * TAO, DAVE.public_key)
    call_hash = hashed(node, inner)
    assert run(node, sign(ALICE, inner), ALICE) == DONE
    when = now(node)
    assert reserved(node, ALICE) == DEPOSIT_OF_TWO
    begun = {"approving": ALICE.public_key, "multisig": ACCOUNT, "call_hash": call_hash}
    assert events_of(node, "Multisig") == [("NewMultisig", begun)]
    assert stored(node, inner) == {
        "when": when,
        "deposit": DEPOSIT_OF_TWO,
        "depositor": ALICE.public_key,
        "approvals": [ALICE.public_key],
    }
    before = node.free(DAVE)
    assert run(node, sign(BOB, inner, when), BOB) == DONE
    assert node.free(DAVE) == before + 3 * TAO
    assert reserved(node, ALICE) == 0
    assert stored(node, inner) is None
    done = {
        "approving": BOB.public_key,
        "timepoint": when,
        "multisig": ACCOUNT,
        "call_hash": call_hash,
        "result": ("Ok", ()),
    }
    assert events_of(node, "Multisig") == [("MultisigExecuted", done)]


def test_the_failure_inside_is_in_the_event():
    node = Node()
    run(node, sign(ALICE, transfer(TAO)), ALICE)
    assert run(node, sign(BOB, transfer(TAO), now(node)), BOB) == DONE
    ((name, fields),) = events_of(node, "Multisig")
    assert (name, fields["result"]) == ("MultisigExecuted", ("Err", ("Token", "FundsUnavailable")))
    assert stored(node, transfer(TAO)) is None
    assert reserved(node, ALICE) == 0


def test_three_of_three_by_hash():
    node = Node()
    account = multi_account(ALL, 3)
    run(node, transfer(10 * TAO, account))
    inner = transfer(TAO, DAVE.public_key)
    call_hash = hashed(node, inner)
    assert run(node, approve(CHARLIE, call_hash, threshold=3), CHARLIE) == DONE
    when = now(node)
    assert reserved(node, CHARLIE) == 228_000_000
    assert run(node, approve(ALICE, call_hash, when, threshold=3), ALICE) == DONE
    ((name, _),) = events_of(node, "Multisig")
    assert name == "MultisigApproval"
    again = failed(errors.AlreadyApproved)
    assert run(node, approve(ALICE, call_hash, when, threshold=3), ALICE) == again
    assert run(node, sign(ALICE, inner, when, threshold=3), ALICE) == again
    assert run(node, approve(BOB, call_hash, when, threshold=3), BOB) == DONE
    assert stored(node, inner, account)["approvals"] == ALL
    # enough approvals by hash; whoever has the call may now bring it, signatory or approver
    assert run(node, approve(BOB, call_hash, when, threshold=3), BOB) == again
    before = node.free(DAVE)
    assert run(node, sign(CHARLIE, inner, when, threshold=3), CHARLIE) == DONE
    assert node.free(DAVE) == before + TAO
    assert reserved(node, CHARLIE) == 0


def test_timepoints():
    node = Node()
    other = {"height": 1, "index": 9}
    early = sign(ALICE, REMARK, other)
    assert run(node, early, ALICE) == failed(errors.UnexpectedTimepoint)
    run(node, sign(ALICE, REMARK), ALICE)
    assert run(node, sign(BOB, REMARK)) == failed(errors.NoTimepoint)
    assert run(node, sign(BOB, REMARK, other)) == failed(errors.WrongTimepoint)


def test_the_weight_that_was_named_must_do():
    node = Node()
    run(node, sign(ALICE, REMARK), ALICE)
    when = now(node)
    weight = node.executive.assembly.dispatch_info(REMARK).call_weight
    for too_low in (
        {"ref_time": weight.ref_time - 1, "proof_size": weight.proof_size},
        {"ref_time": weight.ref_time, "proof_size": weight.proof_size - 1},
    ):
        result = run(node, sign(BOB, REMARK, when, max_weight=too_low))
        assert result == failed(errors.MaxWeightTooLow)
    assert run(node, sign(BOB, REMARK, when, max_weight=weight.value())) == DONE


def test_an_operation_inside_itself_is_over():
    node = Node()
    run(node, transfer(10 * TAO, ACCOUNT))
    run(node, sign(ALICE, REMARK), ALICE)
    when = now(node)
    # while the call runs, a second execution of the same would have to begin anew
    batch = ("Utility", ("batch_all", {"calls": [sign(BOB, REMARK, when)] * 2}))
    assert run(node, batch) == failed(errors.UnexpectedTimepoint)
    assert stored(node, REMARK) is not None


def test_a_call_is_charged_for_what_it_did():
    """Beginning and approving are charged without the weight that the call may have."""
    node = Node()
    length = len(encoded(node, REMARK))
    node.begin()
    node.apply(node.sign(ALICE, sign(ALICE, REMARK)))
    begun = used(node)["weight"]["ref_time"]
    node.apply(node.sign(BOB, approve(BOB, hashed(node, transfer(1)))))
    by_hash = used(node)["weight"]["ref_time"]
    node.end()
    create = reported.multisig_create
    assert begun - by_hash == create(2, length).ref_time - create(2, 0).ref_time
    assert begun < ANY_WEIGHT["ref_time"]
