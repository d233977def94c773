"""The calls of Balances, signed and in blocks."""

from __future__ import annotations

from typing import Any

from btsdk.keys import Keypair
from chain_spec.pallets import balances, system
from local_node.runtime.pallets.balances import currency
from tests.unit.local_node.runtime.support import ALICE, BOB, DAVE, TAO, Node

BAD_ORIGIN = ("Ok", ("Err", "BadOrigin"))
DONE = ("Ok", ("Ok", ()))
NEW = Keypair.from_uri("//New")


def call(name: str, **args: Any) -> Any:
    return ("Balances", (name, args))


def to(who: Keypair) -> Any:
    return ("Id", who.public_key)


def sudo(inner: Any) -> Any:
    return ("Sudo", ("sudo", {"call": inner}))


def run(node: Node, inner: Any, signer: Keypair = ALICE) -> Any:
    (result,) = node.block(node.sign(signer, inner))
    return result


def sudid(node: Node) -> Any:
    return next(fields for _, name, fields in node.events() if name == "Sudid")["sudo_result"]


def test_transfer_all():
    node = Node()
    assert run(node, call("transfer_all", dest=to(NEW), keep_alive=True), DAVE) == DONE
    assert node.free(DAVE) == 500
    node = Node()
    assert run(node, call("transfer_all", dest=to(NEW), keep_alive=False), DAVE) == DONE
    # the account is gone, and its nonce with it
    assert not node.context().contains(system.storage.Account, DAVE.public_key)


def test_transfer_allow_death():
    node = Node()
    fee = 400_000
    value = 2_000 * TAO - fee
    assert run(node, call("transfer_allow_death", dest=to(NEW), value=value), DAVE) == DONE
    assert node.free(NEW) == value


def test_an_address_that_is_no_account():
    node = Node()
    inner = call("transfer_allow_death", dest=("Raw", b"abc"), value=5)
    assert run(node, inner) == ("Ok", ("Err", "CannotLookup"))


def test_burn():
    node = Node()
    issuance = node.issuance()
    assert run(node, call("burn", value=TAO, keep_alive=True)) == DONE
    assert node.issuance() == issuance - TAO
    assert ("Balances", "Burned", {"who": ALICE.public_key, "amount": TAO}) in node.events()


def test_root_calls_want_root():
    node = Node()
    for inner in (
        call("force_transfer", source=to(BOB), dest=to(ALICE), value=1),
        call("force_set_balance", who=to(BOB), new_free=1),
        call("force_unreserve", who=to(BOB), amount=1),
        call("force_adjust_total_issuance", direction="Increase", delta=1),
    ):
        assert run(node, inner) == BAD_ORIGIN


def test_force_transfer():
    node = Node()
    inner = call("force_transfer", source=to(BOB), dest=to(NEW), value=1_000_000 * TAO)
    assert run(node, sudo(inner)) == DONE
    assert sudid(node) == ("Ok", ())
    assert node.free(NEW) == 1_000_000 * TAO


def test_force_set_balance():
    node = Node()
    issuance = node.issuance()
    run(node, sudo(call("force_set_balance", who=to(NEW), new_free=7 * TAO)))
    assert node.free(NEW) == 7 * TAO
    assert node.issuance() == issuance + 7 * TAO
    assert ("Balances", "Issued", {"amount": 7 * TAO}) in node.events()
    run(node, sudo(call("force_set_balance", who=to(NEW), new_free=499)))
    assert node.free(NEW) == 0
    assert node.issuance() == issuance
    assert ("Balances", "Rescinded", {"amount": 7 * TAO}) in node.events()
    assert ("Balances", "BalanceSet", {"who": NEW.public_key, "free": 0}) in node.events()


def test_force_unreserve():
    node = Node()
    currency.reserve(node.context(), BOB.public_key, TAO)
    run(node, sudo(call("force_unreserve", who=to(BOB), amount=2 * TAO)))
    assert currency.reserved(node.context(), BOB.public_key) == 0


def test_force_adjust_total_issuance():
    node = Node()
    issuance = node.issuance()
    run(node, sudo(call("force_adjust_total_issuance", direction="Decrease", delta=TAO)))
    assert node.issuance() == issuance - TAO
    run(node, sudo(call("force_adjust_total_issuance", direction="Increase", delta=0)))
    assert sudid(node) == ("Err", ("Module", {"index": 5, "error": b"\x0b\0\0\0"}))
    node.context().set(balances.storage.InactiveIssuance, issuance)
    run(node, sudo(call("force_adjust_total_issuance", direction="Decrease", delta=TAO)))
    assert sudid(node) == ("Err", ("Module", {"index": 5, "error": b"\x0a\0\0\0"}))


def test_upgrade_accounts():
    node = Node()
    inner = call("upgrade_accounts", who=[BOB.public_key])
    assert run(node, inner) == DONE
    assert next(f for _, n, f in node.events() if n == "TransactionFeePaid")["actual_fee"] > 0
    context = node.context()
    old = context.get(system.storage.Account, BOB.public_key)
    old["data"]["flags"] = 0
    context.put(system.storage.Account, BOB.public_key, old)
    assert run(node, inner) == DONE
    assert next(f for _, n, f in node.events() if n == "TransactionFeePaid")["actual_fee"] == 0
    assert ("Balances", "Upgraded", {"who": BOB.public_key}) in node.events()
