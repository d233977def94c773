from __future__ import annotations

from typing import Any

from btsdk.keys import Keypair
from chain_spec.pallets import proxy as declared
from tests.unit.local_node.runtime.pallets.acting import DONE, REMARK, events_of, failed, run
from tests.unit.local_node.runtime.pallets.proxy.proxy_calls import (
    add,
    address,
    announced,
    call,
    errors,
    proxy,
    remove,
)
from tests.unit.local_node.runtime.support import ALICE, BOB, CHARLIE, DAVE, Node


def pays(delegate: Keypair, yes: bool = True) -> Any:
    return call("set_real_pays_fee", delegate=address(delegate), pays_fee=yes)


def payer(node: Node) -> bytes:
    """Who paid the fee in the last block."""
    (who,) = {fields["who"] for _, name, fields in node.events() if name == "TransactionFeePaid"}
    found: bytes = who
    return found


def test_the_account_pays_if_it_said_so():
    node = Node()
    assert run(node, pays(DAVE)) == failed(errors.NotProxy)
    run(node, add(DAVE))
    run(node, proxy(BOB, REMARK), DAVE)
    assert payer(node) == DAVE.public_key
    assert run(node, pays(DAVE)) == DONE
    said = {"real": BOB.public_key, "delegate": DAVE.public_key, "pays_fee": True}
    assert events_of(node, "Proxy") == [("RealPaysFeeSet", said)]
    run(node, proxy(BOB, REMARK), DAVE)
    assert payer(node) == BOB.public_key
    run(node, REMARK, DAVE)
    assert payer(node) == DAVE.public_key
    run(node, pays(DAVE, False))
    run(node, proxy(BOB, REMARK), DAVE)
    assert payer(node) == DAVE.public_key


def test_the_inner_account_pays_if_both_said_so():
    node = Node()
    run(node, add(DAVE))  # Dave acts for Bob, and Bob for Alice and Charlie
    run(node, add(BOB), ALICE)
    run(node, add(BOB), CHARLIE)
    one, other = proxy(ALICE, REMARK), proxy(CHARLIE, REMARK)

    def batch(*calls: Any) -> Any:
        return proxy(BOB, ("Utility", ("batch", {"calls": list(calls)})))

    run(node, pays(BOB), ALICE)
    run(node, proxy(BOB, one), DAVE)
    assert payer(node) == DAVE.public_key
    run(node, pays(DAVE))
    for nested, who in (
        (proxy(BOB, one), ALICE),
        (proxy(BOB, other), BOB),
        (batch(one, one), ALICE),
        (batch(one, other), BOB),
        (batch(one, REMARK), BOB),
        (batch(), BOB),
        (batch(other), BOB),
    ):
        assert run(node, nested, DAVE) == DONE
        assert payer(node) == who.public_key
    # what was announced is paid for by whoever brings it on
    assert run(node, announced(DAVE, BOB, REMARK), CHARLIE) == failed(errors.Unannounced)
    assert payer(node) == CHARLIE.public_key


def test_who_pays_is_forgotten_with_the_proxy():
    node = Node()
    for entry in (add(DAVE), add(DAVE, "Owner"), add(CHARLIE), pays(DAVE), pays(CHARLIE)):
        assert run(node, entry) == DONE
    ctx, item = node.context(), declared.storage.RealPaysFee
    run(node, remove(DAVE, "Owner"))
    assert not ctx.contains(item, (BOB.public_key, DAVE.public_key))
    assert ctx.contains(item, (BOB.public_key, CHARLIE.public_key))
    run(node, call("remove_proxies"))
    assert not ctx.contains(item, (BOB.public_key, CHARLIE.public_key))
