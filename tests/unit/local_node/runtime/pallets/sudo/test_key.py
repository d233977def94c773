from __future__ import annotations

from chain_spec.pallets import sudo
from tests.unit.local_node.runtime.pallets.sudo.sudo_calls import DONE, call, run
from tests.unit.local_node.runtime.support import ALICE, BOB, Node


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
