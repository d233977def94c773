from __future__ import annotations

from chain_spec.pallets import proxy as declared
from tests.unit.local_node.runtime.pallets.acting import (
    DONE,
    REMARK,
    balance,
    events_of,
    failed,
    run,
    transfer,
)
from tests.unit.local_node.runtime.pallets.proxy.proxy_calls import (
    add,
    call,
    errors,
    executed,
    proxy,
    remove,
)
from tests.unit.local_node.runtime.support import ALICE, BOB, CHARLIE, DAVE, TAO, Node

FILTERED = ("Module", {"index": 0, "error": b"\x05\0\0\0"})


def test_a_proxy_acts_in_the_name_of_the_account():
    node = Node()
    run(node, add(DAVE))
    before, dave = balance(node, CHARLIE.public_key)["free"], node.free(DAVE)
    bob = node.free(BOB)
    assert run(node, proxy(BOB, transfer(5 * TAO)), DAVE) == DONE
    assert balance(node, CHARLIE.public_key)["free"] == before + 5 * TAO
    assert node.free(BOB) == bob - 5 * TAO
    assert node.free(DAVE) < dave  # the proxy pays the fee
    assert executed(node) == [("Ok", ())]


def test_only_a_proxy_of_that_type_acts():
    node = Node()
    run(node, add(DAVE, "Transfer"))
    assert run(node, proxy(BOB, REMARK), CHARLIE) == failed(errors.NotProxy)
    assert run(node, proxy(BOB, transfer(1), "Any"), DAVE) == failed(errors.NotProxy)
    assert run(node, proxy(BOB, transfer(1), "Transfer"), DAVE) == DONE
    assert run(node, proxy(BOB, REMARK), DAVE) == DONE
    assert executed(node) == [("Err", FILTERED)]


def test_the_failure_inside_is_in_the_event_and_undone():
    node = Node()
    run(node, add(DAVE))
    both = ("Utility", ("batch_all", {"calls": [transfer(TAO), transfer(2_000_000 * TAO)]}))
    before = node.free(BOB)
    assert run(node, proxy(BOB, both), DAVE) == DONE
    assert executed(node) == [("Err", ("Token", "FundsUnavailable"))]
    assert node.free(BOB) == before


def test_the_result_is_stored_until_the_block_ends():
    node = Node()
    run(node, add(DAVE))
    node.begin()
    node.apply(node.sign(DAVE, proxy(BOB, ("Sudo", "remove_key"))))
    result = node.context().get(declared.storage.LastCallResult, BOB.public_key)
    assert result == ("Err", ("Module", {"index": 12, "error": b"\0\0\0\0"}))
    node.end()
    assert not node.context().contains(declared.storage.LastCallResult, BOB.public_key)


def test_filters_hold_for_calls_inside_calls():
    node = Node()
    run(node, add(DAVE, "NonTransfer"))
    batch = ("Utility", ("batch", {"calls": [REMARK, transfer(TAO)]}))
    before = node.free(BOB)
    assert run(node, proxy(BOB, batch), DAVE) == DONE
    names = [name for _, name, _ in node.events()]
    assert "BatchInterrupted" in names
    assert node.free(BOB) == before


def test_a_proxy_cannot_give_more_than_it_has():
    node = Node()
    run(node, add(DAVE, "NonTransfer"))
    for more in (add(CHARLIE, "Any"), add(CHARLIE, "Transfer"), add(CHARLIE, "SmallTransfer")):
        assert run(node, proxy(BOB, more), DAVE) == DONE
        assert executed(node) == [("Err", FILTERED)]
    for all_rights in (call("remove_proxies"), remove(ALICE)):
        assert run(node, proxy(BOB, all_rights), DAVE) == DONE
        assert executed(node)[-1] == ("Err", FILTERED)
    assert run(node, proxy(BOB, add(CHARLIE, "Staking")), DAVE) == DONE
    assert events_of(node, "Proxy")[-1] == ("ProxyExecuted", {"result": ("Ok", ())})
    entries, _ = node.context().get(declared.storage.Proxies, BOB.public_key)
    assert {entry["proxy_type"] for entry in entries} == {"NonTransfer", "Staking"}
