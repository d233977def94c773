from __future__ import annotations

from typing import Any

import pytest

from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import balances
from chain_spec.pallets import preimage as declared
from local_node.runtime.frame import DispatchFailure
from local_node.runtime.frame.origin import signed
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.preimage import bounded, store
from tests.unit.local_node.runtime.pallets.acting import (
    DONE,
    REMARK,
    as_root,
    events_of,
    failed,
    module_error,
    reserved,
    run,
)
from tests.unit.local_node.runtime.support import ALICE, BOB, CHARLIE, Node, fresh_context

errors = declared.errors
CONTENT = b"a preimage of sorts"
HASH = blake2_256(CONTENT)
DEPOSIT = 104_000_000 + len(CONTENT) * 1_000_000  # two items and 64 bytes, and each byte


def call(name: str, **args: Any) -> Any:
    return ("Preimage", (name, args))


NOTE = call("note_preimage", bytes=CONTENT)
UNNOTE = call("unnote_preimage", hash=HASH)
REQUEST = call("request_preimage", hash=HASH)
UNREQUEST = call("unrequest_preimage", hash=HASH)


def status(node: Node) -> Any:
    return node.context().get(declared.storage.RequestStatusFor, HASH)


def content(node: Node) -> bytes | None:
    return node.context().get(declared.storage.PreimageFor, (HASH, len(CONTENT)))


def requested(ticket: Any, count: int, length: int | None) -> Any:
    return ("Requested", {"maybe_ticket": ticket, "count": count, "maybe_len": length})


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


def test_four_mebibytes_at_most():
    ctx = fresh_context()
    with pytest.raises(DispatchFailure, match=r"Preimage\.TooBig"):
        store.note(ctx, bytes(store.MAX_SIZE + 1), None)
    _, key = store.note(ctx, bytes(store.MAX_SIZE), None)
    assert store.fetch(ctx, key, None) == bytes(store.MAX_SIZE)


# -- entries of an older time ----------------------------------------------------------------------


def test_old_entries_get_a_ticket():
    ctx = fresh_context()
    who = BOB.public_key
    currency.reserve(ctx, who, 7_000)
    old = ("Unrequested", {"deposit": (who, 7_000), "len": 3})
    ctx.put(declared.storage.StatusFor, HASH, old)
    other = ("Requested", {"deposit": None, "count": 2, "len": None})
    ctx.put(declared.storage.StatusFor, bytes(32), other)
    update = call("ensure_updated", hashes=[HASH, bytes(32)])
    assert ctx.dispatch(update, signed(who)).pays is False
    amount = 104_000_000 + 3 * 1_000_000
    status = ctx.get(declared.storage.RequestStatusFor, HASH)
    assert status == ("Unrequested", {"ticket": (who, amount), "len": 3})
    assert ctx.get(declared.storage.RequestStatusFor, bytes(32)) == requested(None, 2, None)
    assert currency.reserved(ctx, who) == currency.held(ctx, ("Preimage", "Preimage"), who)
    assert list(ctx.keys(declared.storage.StatusFor)) == []
    assert ctx.dispatch(update, signed(who)).pays is True


def test_an_old_entry_is_brought_up_to_date_by_any_use():
    ctx = fresh_context()
    who = BOB.public_key
    currency.reserve(ctx, who, 7_000)
    old = ("Requested", {"deposit": (who, 7_000), "count": 1, "len": 3})
    ctx.put(declared.storage.StatusFor, HASH, old)
    store.request(ctx, HASH)
    ticket = (who, 107_000_000)
    assert ctx.get(declared.storage.RequestStatusFor, HASH) == requested(ticket, 2, 3)


@pytest.mark.parametrize(("count", "error"), [(0, errors.TooFew), (1025, errors.TooMany)])
def test_how_many_may_be_updated_at_once(count: int, error: Any):
    node = Node()
    update = call("ensure_updated", hashes=[HASH] * count)
    assert run(node, update, ALICE) == failed(error)


# -- calls as other pallets keep them --------------------------------------------------------------


def remark(length: int) -> Any:
    return ("System", ("remark", {"remark": bytes(length)}))


def test_short_calls_are_kept_in_line():
    ctx = fresh_context()
    longest = remark(128 - 4)  # two indices, and a length of two bytes
    assert bounded.bound(ctx, longest)[0] == "Inline"
    kind, value = bounded.bound(ctx, remark(128 - 3))
    assert (kind, value["len"]) == ("Lookup", 129)
    for kept in (longest, remark(500), REMARK):
        call, length = bounded.peek(ctx, bounded.bound(ctx, kept))
        assert call == kept
        assert length == (504 if kept == remark(500) else None)


def test_what_cannot_be_read_is_no_call():
    ctx = fresh_context()
    with pytest.raises(DispatchFailure, match="Corruption"):
        bounded.peek(ctx, ("Inline", b"\xff\xff"))
    with pytest.raises(DispatchFailure, match="Unavailable"):
        bounded.peek(ctx, ("Legacy", {"hash": HASH}))
    with pytest.raises(DispatchFailure, match="Unavailable"):
        bounded.peek(ctx, ("Lookup", {"hash": HASH, "len": 4}))
