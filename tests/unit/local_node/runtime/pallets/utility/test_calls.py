from __future__ import annotations

from typing import Any

from btsdk.keys import Keypair
from btsdk.keys.hashing import blake2_256
from tests.unit.local_node.runtime.support import ALICE, BOB, CHARLIE, TAO, Node

DONE = ("Ok", ("Ok", ()))
TOO_MUCH = ("Token", "FundsUnavailable")
REMARK = ("System", ("remark", {"remark": b""}))
FILTERED = ("Module", {"index": 0, "error": b"\x05\0\0\0"})


def call(name: str, **args: Any) -> Any:
    return ("Utility", (name, args))


def transfer(value: int, dest: Keypair = CHARLIE) -> Any:
    return ("Balances", ("transfer_keep_alive", {"dest": ("Id", dest.public_key), "value": value}))


def run(node: Node, inner: Any, signer: Keypair = BOB) -> Any:
    (result,) = node.block(node.sign(signer, inner))
    return result


def as_root(node: Node, inner: Any) -> Any:
    run(node, ("Sudo", ("sudo", {"call": inner})), ALICE)
    return next(fields for _, name, fields in node.events() if name == "Sudid")["sudo_result"]


def utility_events(node: Node) -> list[tuple[str, Any]]:
    return [(name, fields) for pallet, name, fields in node.events() if pallet == "Utility"]


GOOD, BAD = transfer(TAO), transfer(2_000_000 * TAO)


def test_batch_stops_and_keeps_what_went_before():
    node = Node()
    before = node.free(CHARLIE)
    assert run(node, call("batch", calls=[GOOD, BAD, GOOD])) == DONE
    assert node.free(CHARLIE) == before + TAO
    assert utility_events(node) == [
        ("ItemCompleted", None),
        ("BatchInterrupted", {"index": 1, "error": TOO_MUCH}),
    ]


def test_batch_all_keeps_all_or_nothing():
    node = Node()
    before = node.free(CHARLIE)
    assert run(node, call("batch_all", calls=[GOOD, BAD])) == ("Ok", ("Err", TOO_MUCH))
    assert node.free(CHARLIE) == before
    assert utility_events(node) == []
    assert run(node, call("batch_all", calls=[GOOD, GOOD])) == DONE
    assert node.free(CHARLIE) == before + 2 * TAO


def test_force_batch_tries_every_call():
    node = Node()
    before = node.free(CHARLIE)
    assert run(node, call("force_batch", calls=[GOOD, BAD, GOOD])) == DONE
    assert node.free(CHARLIE) == before + 2 * TAO
    assert [name for name, _ in utility_events(node)] == [
        "ItemCompleted",
        "ItemFailed",
        "ItemCompleted",
        "BatchCompletedWithErrors",
    ]


def test_no_batch_in_a_batch():
    node = Node()
    for outer in ("batch", "batch_all", "force_batch"):
        nested = call(outer, calls=[call("batch", calls=[GOOD])])
        assert run(node, nested) == ("Ok", ("Err", FILTERED))
    # root passes every filter
    assert as_root(node, call("batch", calls=[call("batch", calls=[REMARK])])) == ("Ok", ())


def test_no_batch_all_deeper_inside_a_batch_all():
    node = Node()
    inner = call("as_derivative", index=0, call=call("batch_all", calls=[]))
    assert run(node, call("batch_all", calls=[inner])) == ("Ok", ("Err", FILTERED))
    assert run(node, call("batch", calls=[inner])) == DONE


def test_too_many_calls():
    node = Node()
    many = call("batch", calls=[REMARK] * 10_923)
    error = ("Module", {"index": 11, "error": b"\0\0\0\0"})
    assert run(node, many) == ("Ok", ("Err", error))


def test_a_derived_account():
    node = Node()
    derived = blake2_256(b"modlpy/utilisuba" + BOB.public_key + b"\x05\0")
    fund = ("Balances", ("transfer_keep_alive", {"dest": ("Id", derived), "value": 3 * TAO}))
    run(node, fund)
    before = node.free(CHARLIE)
    assert run(node, call("as_derivative", index=5, call=GOOD)) == DONE
    assert node.free(CHARLIE) == before + TAO
    result = run(node, call("as_derivative", index=5, call=BAD))
    assert result == ("Ok", ("Err", TOO_MUCH))


def test_if_else():
    node = Node()
    assert run(node, call("if_else", main=GOOD, fallback=BAD)) == DONE
    assert utility_events(node) == [("IfElseMainSuccess", None)]
    assert run(node, call("if_else", main=BAD, fallback=GOOD)) == DONE
    assert utility_events(node) == [("IfElseFallbackCalled", {"main_error": TOO_MUCH})]
    assert run(node, call("if_else", main=BAD, fallback=BAD)) == ("Ok", ("Err", TOO_MUCH))


def test_dispatch_as():
    node = Node()
    bob = ("system", ("Signed", BOB.public_key))
    before = node.free(CHARLIE)
    assert run(node, call("dispatch_as", as_origin=bob, call=GOOD)) == ("Ok", ("Err", "BadOrigin"))
    assert as_root(node, call("dispatch_as", as_origin=bob, call=GOOD)) == ("Ok", ())
    assert node.free(CHARLIE) == before + TAO
    assert utility_events(node) == [("DispatchedAs", {"result": ("Ok", ())})]
    assert as_root(node, call("dispatch_as", as_origin=bob, call=BAD)) == ("Ok", ())
    assert utility_events(node) == [("DispatchedAs", {"result": ("Err", TOO_MUCH)})]
    fallible = call("dispatch_as_fallible", as_origin=bob, call=BAD)
    assert as_root(node, fallible) == ("Err", TOO_MUCH)


def test_with_weight():
    node = Node()
    weight = {"ref_time": 5, "proof_size": 0}
    assert as_root(node, call("with_weight", call=REMARK, weight=weight)) == ("Ok", ())
    assert as_root(node, call("with_weight", call=GOOD, weight=weight)) == ("Err", "BadOrigin")
    assert run(node, call("with_weight", call=REMARK, weight=weight)) == (
        "Ok",
        ("Err", "BadOrigin"),
    )
