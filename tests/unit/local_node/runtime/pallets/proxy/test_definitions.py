from __future__ import annotations

from chain_spec.pallets import proxy as declared
from tests.unit.local_node.runtime.pallets.acting import DONE, failed, reserved, run
from tests.unit.local_node.runtime.pallets.proxy.proxy_calls import (
    EACH_PROXY,
    ONE_PROXY,
    add,
    call,
    errors,
    remove,
)
from tests.unit.local_node.runtime.support import BOB, CHARLIE, DAVE, Node


def test_what_cannot_be_added_or_removed_changes_nothing():
    node = Node()
    run(node, add(CHARLIE))
    assert run(node, add(CHARLIE)) == failed(errors.Duplicate)
    assert run(node, add(BOB)) == failed(errors.NoSelfProxy)
    assert run(node, remove(CHARLIE, "Owner")) == failed(errors.NotFound)
    assert run(node, remove(CHARLIE, "Any", 1)) == failed(errors.NotFound)
    assert run(node, remove(BOB), CHARLIE) == failed(errors.NotFound)
    assert reserved(node, BOB) == ONE_PROXY
    index = call("add_proxy", delegate=("Index", ()), proxy_type="Any", delay=0)
    assert run(node, index) == failed("CannotLookup")


def test_removed_entries_give_the_deposit_back():
    node = Node()
    for entry in (add(CHARLIE), add(DAVE), add(DAVE, "Owner")):
        run(node, entry)
    assert run(node, remove(DAVE)) == DONE
    assert reserved(node, BOB) == ONE_PROXY + EACH_PROXY
    assert run(node, call("remove_proxies")) == DONE
    assert reserved(node, BOB) == 0
    assert not node.context().contains(declared.storage.Proxies, BOB.public_key)
    assert run(node, add(CHARLIE)) == DONE
    assert run(node, remove(CHARLIE)) == DONE
    assert not node.context().contains(declared.storage.Proxies, BOB.public_key)
    assert reserved(node, BOB) == 0
