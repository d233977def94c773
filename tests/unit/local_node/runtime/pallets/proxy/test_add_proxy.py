from __future__ import annotations

from chain_spec.pallets import proxy as declared
from local_node.runtime.frame.origin import signed
from tests.unit.local_node.runtime.pallets.acting import (
    DONE,
    balance,
    events_of,
    failed,
    reserved,
    run,
    transfer,
)
from tests.unit.local_node.runtime.pallets.calling import refused
from tests.unit.local_node.runtime.pallets.proxy.proxy_calls import (
    EACH_PROXY,
    ONE_PROXY,
    add,
    errors,
)
from tests.unit.local_node.runtime.support import (
    ALICE,
    BOB,
    CHARLIE,
    DAVE,
    TAO,
    Node,
    fresh_context,
)


def test_entries_are_sorted_and_paid_for():
    node = Node()
    assert run(node, add(CHARLIE, "Staking")) == DONE
    assert events_of(node, "Proxy") == [
        (
            "ProxyAdded",
            {
                "delegator": BOB.public_key,
                "delegatee": CHARLIE.public_key,
                "proxy_type": "Staking",
                "delay": 0,
            },
        )
    ]
    assert reserved(node, BOB) == ONE_PROXY
    for entry in (add(CHARLIE, "Owner", 3), add(ALICE, "RootClaim"), add(CHARLIE, "Owner", 1)):
        assert run(node, entry) == DONE
    assert reserved(node, BOB) == ONE_PROXY + 3 * EACH_PROXY
    entries, deposit = node.context().get(declared.storage.Proxies, BOB.public_key)
    assert deposit == reserved(node, BOB)
    found = [(entry["delegate"], entry["proxy_type"], entry["delay"]) for entry in entries]
    # by account, then by the index of the type (Owner 1, Staking 8), then by delay
    assert found == [
        (CHARLIE.public_key, "Owner", 1),
        (CHARLIE.public_key, "Owner", 3),
        (CHARLIE.public_key, "Staking", 0),
        (ALICE.public_key, "RootClaim", 0),
    ]


def test_no_more_than_twenty():
    ctx = fresh_context()
    who = signed(BOB.public_key)
    for delay in range(20):
        ctx.dispatch(add(CHARLIE, delay=delay), who)
    with refused(ctx, errors.TooMany):
        ctx.dispatch(add(CHARLIE, delay=20), who)
    # an entry that is there is a duplicate before it is one too many
    with refused(ctx, errors.Duplicate):
        ctx.dispatch(add(CHARLIE, delay=3), who)
    entries, deposit = ctx.get(declared.storage.Proxies, BOB.public_key)
    assert (len(entries), deposit) == (20, 60_000_000 + 20 * EACH_PROXY)


def test_too_little_for_the_deposit():
    node = Node()
    rest = balance(node, DAVE.public_key)["free"] - TAO // 100
    run(node, transfer(rest), DAVE)
    assert run(node, add(CHARLIE), DAVE) == failed(("Module", {"index": 5, "error": b"\x02\0\0\0"}))
    assert not node.context().contains(declared.storage.Proxies, DAVE.public_key)
