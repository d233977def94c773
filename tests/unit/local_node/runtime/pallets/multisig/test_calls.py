from __future__ import annotations

from typing import Any

import pytest

from btsdk.keys import Keypair, ss58
from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import multisig as declared
from local_node.runtime.pallets.multisig.signatories import multi_account
from local_node.runtime.weights import reported
from tests.unit.local_node.runtime.pallets.acting import (
    DONE,
    REMARK,
    balance,
    events_of,
    failed,
    reserved,
    run,
    transfer,
)
from tests.unit.local_node.runtime.support import ALICE, BOB, CHARLIE, DAVE, TAO, Node

errors = declared.errors
ANY_WEIGHT = {"ref_time": 10_000_000_000, "proof_size": 1_000_000}
DEPOSIT_OF_TWO = 196_000_000  # 0.132 TAO, and 0.032 for each of the threshold

ALL = sorted(who.public_key for who in (ALICE, BOB, CHARLIE))
ACCOUNT = multi_account(ALL, 2)


def others(who: Keypair) -> list[bytes]:
    return [account for account in ALL if account != who.public_key]


def call(name: str, **args: Any) -> Any:
    return ("Multisig", (name, args))


def sign(who: Keypair, inner: Any, when: Any = None, **changes: Any) -> Any:
    args = {
        "threshold": 2,
        "other_signatories": others(who),
        "maybe_timepoint": when,
        "call": inner,
        "max_weight": ANY_WEIGHT,
    }
    return call("as_multi", **{**args, **changes})


def approve(who: Keypair, call_hash: bytes, when: Any = None, **changes: Any) -> Any:
    args = {
        "threshold": 2,
        "other_signatories": others(who),
        "maybe_timepoint": when,
        "call_hash": call_hash,
        "max_weight": ANY_WEIGHT,
    }
    return call("approve_as_multi", **{**args, **changes})


def cancel(who: Keypair, call_hash: bytes, when: Any, **changes: Any) -> Any:
    args = {
        "threshold": 2,
        "other_signatories": others(who),
        "timepoint": when,
        "call_hash": call_hash,
    }
    return call("cancel_as_multi", **{**args, **changes})


def encoded(node: Node, inner: Any) -> bytes:
    return node.executive.assembly.encode_call(inner)


def hashed(node: Node, inner: Any) -> bytes:
    return blake2_256(encoded(node, inner))


def now(node: Node) -> dict[str, int]:
    """The timepoint of what went into the last block, after its timestamp."""
    return {"height": node.best[0], "index": 1}


def stored(node: Node, inner: Any, account: bytes = ACCOUNT) -> Any:
    return node.context().get(declared.storage.Multisigs, (account, hashed(node, inner)))


def used(node: Node) -> dict[str, Any]:
    """The dispatch info of the last extrinsic."""
    info: dict[str, Any] = node.events()[-1][2]["dispatch_info"]
    return info


def test_the_account_is_that_of_every_other_wallet():
    # Alice, Bob and Charlie, two of three: the example of polkadot.js
    assert ss58.encode(ACCOUNT) == "5DjYJStmdZ2rcqXbXGX7TW85JsrW6uG4y9MUcLq2BoPMpRA7"


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


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"threshold": 1}, errors.MinimumThreshold),
        ({"threshold": 0, "other_signatories": []}, errors.MinimumThreshold),
        ({"other_signatories": []}, errors.TooFewSignatories),
        ({"other_signatories": [bytes([n]) * 32 for n in range(100)]}, errors.TooManySignatories),
        ({"other_signatories": others(BOB)[::-1]}, errors.SignatoriesOutOfOrder),
        ({"other_signatories": [DAVE.public_key] * 2}, errors.SignatoriesOutOfOrder),
        ({"other_signatories": ALL}, errors.SenderInSignatories),
    ],
)
def test_who_may_sign(changes: dict[str, Any], error: Any):
    node = Node()
    before = reserved(node, BOB)
    call_hash = hashed(node, REMARK)
    when = {"height": 1, "index": 1}
    calls = [
        sign(BOB, REMARK, **changes),
        approve(BOB, call_hash, **changes),
        cancel(BOB, call_hash, when, **changes),
        call(
            "poke_deposit",
            **{"threshold": 2, "other_signatories": others(BOB), **changes, "call_hash": call_hash},
        ),
    ]
    for each in calls:
        assert run(node, each) == failed(error)
    assert reserved(node, BOB) == before


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


def test_whoever_began_may_cancel():
    node = Node()
    call_hash = hashed(node, REMARK)
    run(node, sign(ALICE, REMARK), ALICE)
    when = now(node)
    unknown = cancel(ALICE, bytes(32), when)
    assert run(node, unknown, ALICE) == failed(errors.NotFound)
    wrong = cancel(ALICE, call_hash, {**when, "index": 5})
    assert run(node, wrong, ALICE) == failed(errors.WrongTimepoint)
    assert run(node, cancel(BOB, call_hash, when)) == failed(errors.NotOwner)
    assert reserved(node, ALICE) == DEPOSIT_OF_TWO
    assert run(node, cancel(ALICE, call_hash, when), ALICE) == DONE
    assert reserved(node, ALICE) == 0
    assert stored(node, REMARK) is None
    ((name, fields),) = events_of(node, "Multisig")
    assert (name, fields["cancelling"]) == ("MultisigCancelled", ALICE.public_key)


def test_one_signature_is_enough():
    node = Node()
    account = multi_account(ALL, 1)
    run(node, transfer(10 * TAO, account))
    inner = transfer(TAO, DAVE.public_key)
    before = node.free(DAVE)
    one = call("as_multi_threshold_1", other_signatories=others(BOB), call=inner)
    assert run(node, one) == DONE
    assert node.free(DAVE) == before + TAO
    assert balance(node, account)["free"] == 9 * TAO
    too_much = call("as_multi_threshold_1", other_signatories=others(BOB), call=transfer(100 * TAO))
    assert run(node, too_much) == failed(("Token", "FundsUnavailable"))
    alone = call("as_multi_threshold_1", other_signatories=[], call=inner)
    assert run(node, alone) == failed(errors.TooFewSignatories)


def test_an_operation_inside_itself_is_over():
    node = Node()
    run(node, transfer(10 * TAO, ACCOUNT))
    run(node, sign(ALICE, REMARK), ALICE)
    when = now(node)
    # while the call runs, a second execution of the same would have to begin anew
    batch = ("Utility", ("batch_all", {"calls": [sign(BOB, REMARK, when)] * 2}))
    assert run(node, batch) == failed(errors.UnexpectedTimepoint)
    assert stored(node, REMARK) is not None


def test_poke_deposit():
    node = Node()
    run(node, sign(ALICE, REMARK), ALICE)
    call_hash = hashed(node, REMARK)

    def poke(who: Keypair) -> Any:
        return call("poke_deposit", threshold=2, other_signatories=others(who), call_hash=call_hash)

    assert run(node, poke(BOB)) == failed(errors.NotOwner)
    assert run(node, poke(ALICE), ALICE) == DONE
    assert (events_of(node, "Multisig"), used(node)["pays_fee"]) == ([], "Yes")
    ctx = node.context()
    operation = stored(node, REMARK)
    operation["deposit"] -= 6_000_000
    ctx.put(declared.storage.Multisigs, (ACCOUNT, call_hash), operation)
    assert run(node, poke(ALICE), ALICE) == DONE
    assert used(node)["pays_fee"] == "No"
    poked = {
        "who": ALICE.public_key,
        "call_hash": call_hash,
        "old_deposit": DEPOSIT_OF_TWO - 6_000_000,
        "new_deposit": DEPOSIT_OF_TWO,
    }
    assert events_of(node, "Multisig") == [("DepositPoked", poked)]
    assert reserved(node, ALICE) == DEPOSIT_OF_TWO + 6_000_000


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
