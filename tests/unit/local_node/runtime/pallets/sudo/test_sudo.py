from __future__ import annotations

from chain_spec.pallets import sudo
from tests.unit.local_node.runtime.pallets.sudo.sudo_calls import DONE, call, run
from tests.unit.local_node.runtime.support import ALICE, BOB, Node

REQUIRE_SUDO = ("Module", {"index": 12, "error": b"\0\0\0\0"})


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


def test_an_operational_call_inside_makes_the_extrinsic_operational():
    node = Node()
    inner = ("System", ("set_storage", {"items": []}))
    _, valid = node.validate(node.sign(ALICE, call("sudo", call=inner)))
    assert valid["priority"] == 10_000_000_000


def test_a_nested_sudo_by_another_is_refused_by_the_pallet():
    node = Node()
    batch = ("Utility", ("batch_all", {"calls": [call("remove_key")]}))
    assert run(node, batch, BOB) == ("Ok", ("Err", REQUIRE_SUDO))
