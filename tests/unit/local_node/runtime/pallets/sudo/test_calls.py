from __future__ import annotations

from typing import Any

from btsdk.keys import Keypair
from chain_spec.pallets import sudo
from tests.unit.local_node.runtime.support import ALICE, BOB, TAO, Node

DONE = ("Ok", ("Ok", ()))
REQUIRE_SUDO = ("Module", {"index": 12, "error": b"\0\0\0\0"})


def call(name: str, **args: Any) -> Any:
    return ("Sudo", (name, args) if args else name)


def run(node: Node, inner: Any, signer: Keypair = ALICE) -> Any:
    (result,) = node.block(node.sign(signer, inner))
    return result


def test_the_outcome_inside_is_in_the_event():
    node = Node()
    transfer = ("Balances", ("transfer_all", {"dest": ("Id", bytes(32)), "keep_alive": True}))
    assert run(node, call("sudo", call=transfer)) == DONE
    assert ("Sudo", "Sudid", {"sudo_result": ("Err", "BadOrigin")}) in node.events()


def test_root_may_as_well():
    """A Sudo call inside of a Sudo call comes from root, which Substrate takes."""
    node = Node()
    inner = call("set_key", new=("Id", BOB.public_key))
    assert run(node, call("sudo", call=call("sudo", call=inner))) == DONE
    assert node.context().get(sudo.storage.Key) == BOB.public_key
    sudid = ("Sudo", "Sudid", {"sudo_result": ("Ok", ())})
    assert node.events().count(sudid) == 2


def test_sudo_as():
    node = Node()
    before = node.free(ALICE)
    inner = (
        "Balances",
        ("transfer_keep_alive", {"dest": ("Id", ALICE.public_key), "value": TAO}),
    )
    assert run(node, call("sudo_as", who=("Id", BOB.public_key), call=inner)) == DONE
    assert node.free(ALICE) == before + TAO
    assert ("Sudo", "SudoAsDone", {"sudo_result": ("Ok", ())}) in node.events()


def test_an_operational_call_inside_makes_the_extrinsic_operational():
    node = Node()
    inner = ("System", ("set_storage", {"items": []}))
    _, valid = node.validate(node.sign(ALICE, call("sudo", call=inner)))
    assert valid["priority"] == 10_000_000_000


def test_the_key_is_handed_on_and_removed():
    node = Node()
    assert run(node, call("set_key", new=("Id", BOB.public_key))) == DONE
    changed = {"old": ALICE.public_key, "new": BOB.public_key}
    assert ("Sudo", "KeyChanged", changed) in node.events()
    assert node.validate(node.sign(ALICE, call("remove_key"))) == (
        "Err",
        ("Invalid", "BadSigner"),
    )
    assert run(node, call("remove_key"), BOB) == DONE
    assert node.context().get(sudo.storage.Key) is None
    assert ("Sudo", "KeyRemoved", None) in node.events()


def test_a_nested_sudo_by_another_is_refused_by_the_pallet():
    node = Node()
    batch = ("Utility", ("batch_all", {"calls": [call("remove_key")]}))
    assert run(node, batch, BOB) == ("Ok", ("Err", REQUIRE_SUDO))
