from __future__ import annotations

from typing import Any

import pytest

from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import system
from local_node.runtime.frame import Context, DispatchFailure
from local_node.runtime.pallets.system import accounts
from tests.unit.local_node.runtime.support import ALICE, BOB, Node, fresh_context

DONE = ("Ok", ("Ok", ()))
BAD_ORIGIN = ("Ok", ("Err", "BadOrigin"))


def call(name: str, **args: Any) -> Any:
    return ("System", (name, args))


def as_root(node: Node, inner: Any) -> Any:
    """The outcome of a call by root."""
    node.block(node.sign(ALICE, ("Sudo", ("sudo", {"call": inner}))))
    return next(fields for _, name, fields in node.events() if name == "Sudid")["sudo_result"]


def error(index: int) -> Any:
    return ("Err", ("Module", {"index": 0, "error": bytes((index, 0, 0, 0))}))


def test_remarks():
    node = Node()
    assert node.block(node.sign(BOB, call("remark", remark=b"words"))) == [DONE]
    assert node.block(node.sign(BOB, call("remark_with_event", remark=b"words"))) == [DONE]
    hashed = {"sender": BOB.public_key, "hash": blake2_256(b"words")}
    assert ("System", "Remarked", hashed) in node.events()


def test_root_calls_want_root():
    node = Node()
    for inner in (
        call("set_heap_pages", pages=1),
        call("set_code", code=b"x"),
        call("set_code_without_checks", code=b"x"),
        call("set_storage", items=[(b"key", b"value")]),
        call("kill_storage", keys=[b"key"]),
        call("kill_prefix", prefix=b"key", subkeys=1),
        call("authorize_upgrade", code_hash=bytes(32)),
        call("authorize_upgrade_without_checks", code_hash=bytes(32)),
    ):
        assert node.block(node.sign(BOB, inner)) == [BAD_ORIGIN]


def test_raw_storage():
    node = Node()
    assert as_root(node, call("set_storage", items=[(b"k1", b"a"), (b"k2", b"b")])) == ("Ok", ())
    assert node.ext.get(b"k1") == b"a"
    assert as_root(node, call("kill_prefix", prefix=b"k", subkeys=1)) == ("Ok", ())
    assert (node.ext.get(b"k1"), node.ext.get(b"k2")) == (None, b"b")
    assert as_root(node, call("kill_storage", keys=[b"k2", b"k3"])) == ("Ok", ())
    assert node.ext.get(b"k2") is None


def test_heap_pages_are_written_and_announced():
    node = Node()
    node.begin()
    node.apply(node.sign(ALICE, ("Sudo", ("sudo", {"call": call("set_heap_pages", pages=64)}))))
    assert node.end()["digest"]["logs"][-1] == "RuntimeEnvironmentUpdated"
    assert node.ext.get(b":heappages") == (64).to_bytes(8, "little")


def test_code_cannot_be_replaced():
    node = Node()
    before = node.ext.get(b":code")
    assert as_root(node, call("set_code", code=b"wasm")) == error(2)
    assert as_root(node, call("set_code_without_checks", code=b"wasm")) == error(2)
    assert node.ext.get(b":code") == before


def test_an_authorised_upgrade_turns_out_invalid():
    node = Node()
    apply = call("apply_authorized_upgrade", code=b"wasm")
    assert node.block(node.sign(BOB, apply)) == [("Ok", error(7))]
    code_hash = blake2_256(b"wasm")
    assert as_root(node, call("authorize_upgrade", code_hash=code_hash)) == ("Ok", ())
    wrong = call("apply_authorized_upgrade", code=b"other")
    assert node.block(node.sign(BOB, wrong)) == [("Ok", error(8))]
    assert node.block(node.sign(BOB, apply)) == [DONE]
    _, reason = error(2)
    rejected = {"code_hash": code_hash, "error": reason}
    assert ("System", "RejectedInvalidAuthorizedUpgrade", rejected) in node.events()
    assert node.block(node.sign(BOB, apply)) == [("Ok", error(7))]


def test_calls_without_code_are_filtered():
    node = Node()
    refused = ("LimitOrders", ("set_pallet_status", {"enabled": True}))
    assert node.block(node.sign(ALICE, refused)) == [("Ok", error(5))]
    assert as_root(node, refused) == error(5)


# -- references ------------------------------------------------------------------------------------

WHO = bytes([9]) * 32


@pytest.fixture
def ctx() -> Context:
    return fresh_context()


def test_references(ctx: Context):
    with pytest.raises(DispatchFailure, match="NoProviders"):
        accounts.inc_consumers(ctx, WHO)
    accounts.inc_providers(ctx, WHO)
    for _ in range(accounts.MAX_CONSUMERS):
        accounts.inc_consumers(ctx, WHO)
    with pytest.raises(DispatchFailure, match="TooManyConsumers"):
        accounts.inc_consumers(ctx, WHO)
    with pytest.raises(DispatchFailure, match="ConsumerRemaining"):
        accounts.dec_providers(ctx, WHO)
    for _ in range(accounts.MAX_CONSUMERS):
        accounts.dec_consumers(ctx, WHO)
    accounts.inc_sufficients(ctx, WHO)
    accounts.dec_providers(ctx, WHO)
    assert ctx.contains(system.storage.Account, WHO)
    accounts.dec_sufficients(ctx, WHO)
    assert not ctx.contains(system.storage.Account, WHO)
