from __future__ import annotations

from tests.unit.local_node.runtime.pallets.acting import (
    DONE,
    REMARK,
    events_of,
    failed,
    reserved,
    run,
)
from tests.unit.local_node.runtime.pallets.multisig.multisig_calls import (
    DEPOSIT_OF_TWO,
    cancel,
    errors,
    hashed,
    now,
    sign,
    stored,
)
from tests.unit.local_node.runtime.support import ALICE, BOB, Node


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
