from __future__ import annotations

from chain_spec.pallets import balances
from tests.unit.local_node.runtime.pallets.acting import (
    DONE,
    as_root,
    events_of,
    failed,
    reserved,
    run,
)
from tests.unit.local_node.runtime.pallets.preimage.preimage_calls import (
    CONTENT,
    DEPOSIT,
    HASH,
    NOTE,
    UNNOTE,
    content,
    errors,
    requested,
    status,
)
from tests.unit.local_node.runtime.support import BOB, CHARLIE, Node


def test_bytes_are_stored_for_a_deposit():
    node = Node()
    assert run(node, NOTE) == DONE
    assert events_of(node, "Preimage") == [("Noted", {"hash": HASH})]
    assert reserved(node, BOB) == DEPOSIT
    holds = node.context().get(balances.storage.Holds, BOB.public_key)
    assert holds == [{"id": ("Preimage", "Preimage"), "amount": DEPOSIT}]
    ticket = (BOB.public_key, DEPOSIT)
    assert status(node) == ("Unrequested", {"ticket": ticket, "len": len(CONTENT)})
    assert content(node) == CONTENT
    assert run(node, NOTE) == failed(errors.AlreadyNoted)
    assert run(node, NOTE, CHARLIE) == failed(errors.AlreadyNoted)
    assert run(node, UNNOTE, CHARLIE) == failed(errors.NotAuthorized)
    assert run(node, UNNOTE) == DONE
    assert events_of(node, "Preimage") == [("Cleared", {"hash": HASH})]
    assert (status(node), content(node), reserved(node, BOB)) == (None, None, 0)
    assert run(node, UNNOTE) == failed(errors.NotNoted)


def test_root_stores_for_nothing():
    node = Node()
    assert as_root(node, NOTE) == ("Ok", ())
    assert status(node) == requested(None, 1, len(CONTENT))
    assert as_root(node, UNNOTE) == ("Ok", ())
    assert (status(node), content(node)) == (None, None)


def test_root_takes_over_what_somebody_stored():
    node = Node()
    run(node, NOTE)
    as_root(node, NOTE)
    assert status(node) == requested((BOB.public_key, DEPOSIT), 1, len(CONTENT))
    as_root(node, UNNOTE)
    assert reserved(node, BOB) == 0
    assert status(node) == requested(None, 1, len(CONTENT))
