from __future__ import annotations

from tests.unit.local_node.runtime.pallets.acting import (
    DONE,
    as_root,
    events_of,
    failed,
    module_error,
    reserved,
    run,
)
from tests.unit.local_node.runtime.pallets.preimage.preimage_calls import (
    CONTENT,
    DEPOSIT,
    HASH,
    NOTE,
    UNNOTE,
    call,
    content,
    errors,
    requested,
    status,
)
from tests.unit.local_node.runtime.support import BOB, Node

REQUEST = call("request_preimage", hash=HASH)


UNREQUEST = call("unrequest_preimage", hash=HASH)


def test_only_root_requests():
    node = Node()
    for each in (REQUEST, UNREQUEST):
        assert run(node, each) == failed("BadOrigin")


def test_what_is_requested_is_stored_for_nothing():
    node = Node()
    assert as_root(node, REQUEST) == ("Ok", ())
    assert events_of(node, "Preimage") == [("Requested", {"hash": HASH})]
    assert status(node) == requested(None, 1, None)
    assert run(node, NOTE) == DONE
    assert node.events()[-1][2]["dispatch_info"]["pays_fee"] == "No"
    assert reserved(node, BOB) == 0
    assert status(node) == requested(None, 1, len(CONTENT))
    assert run(node, UNNOTE) == failed(errors.NotAuthorized)
    assert as_root(node, UNREQUEST) == ("Ok", ())
    assert (status(node), content(node)) == (None, None)
    assert as_root(node, UNREQUEST) == ("Err", module_error(errors.NotRequested))


def test_a_request_holds_what_somebody_stored():
    node = Node()
    run(node, NOTE)
    as_root(node, REQUEST)
    assert status(node) == requested((BOB.public_key, DEPOSIT), 1, len(CONTENT))
    as_root(node, REQUEST)
    assert events_of(node, "Preimage") == []  # one event for the first request only
    # the owner gets the deposit, the chain keeps the bytes
    assert run(node, UNNOTE) == DONE
    assert reserved(node, BOB) == 0
    assert (status(node), content(node)) == (requested(None, 2, len(CONTENT)), CONTENT)
    as_root(node, UNREQUEST)
    assert content(node) == CONTENT
    as_root(node, UNREQUEST)
    assert (status(node), content(node)) == (None, None)


def test_after_the_last_request_the_owner_has_the_bytes_back():
    node = Node()
    run(node, NOTE)
    as_root(node, REQUEST)
    as_root(node, UNREQUEST)
    assert status(node)[0] == "Unrequested"
    assert reserved(node, BOB) == DEPOSIT
    assert as_root(node, UNREQUEST) == ("Err", module_error(errors.NotRequested))
    assert run(node, UNNOTE) == DONE
    assert (status(node), content(node), reserved(node, BOB)) == (None, None, 0)


def test_a_request_for_bytes_that_never_came():
    node = Node()
    as_root(node, REQUEST)
    as_root(node, UNREQUEST)
    assert status(node) is None
    assert events_of(node, "Preimage") == []
