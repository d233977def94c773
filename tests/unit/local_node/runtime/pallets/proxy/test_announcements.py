from __future__ import annotations

from chain_spec.pallets import proxy as declared
from local_node.runtime.frame.origin import signed
from tests.unit.local_node.runtime.pallets.acting import (
    DONE,
    events_of,
    failed,
    reserved,
    run,
    transfer,
)
from tests.unit.local_node.runtime.pallets.calling import refused
from tests.unit.local_node.runtime.pallets.proxy.proxy_calls import (
    add,
    address,
    announce,
    announced,
    call,
    call_hash,
    errors,
    proxy,
)
from tests.unit.local_node.runtime.support import BOB, CHARLIE, DAVE, TAO, Node, fresh_context


def test_a_delayed_proxy_must_announce_and_wait():
    node = Node()
    inner = transfer(TAO)
    run(node, add(DAVE, delay=2))
    assert run(node, proxy(BOB, inner), DAVE) == failed(errors.Unannounced)
    assert run(node, announced(DAVE, BOB, inner), CHARLIE) == failed(errors.Unannounced)
    assert run(node, announce(node, BOB, inner), DAVE) == DONE
    at = node.best[0]
    assert events_of(node, "Proxy") == [
        (
            "Announced",
            {"real": BOB.public_key, "proxy": DAVE.public_key, "call_hash": call_hash(node, inner)},
        )
    ]
    assert reserved(node, DAVE) == 104_000_000  # 0.036 TAO, and 0.068 for each
    assert run(node, announced(DAVE, BOB, inner), CHARLIE) == failed(errors.Unannounced)
    before = node.free(BOB)
    assert run(node, announced(DAVE, BOB, inner), CHARLIE) == DONE
    assert node.best[0] == at + 2
    assert node.free(BOB) == before - TAO
    assert reserved(node, DAVE) == 0
    assert run(node, announced(DAVE, BOB, inner), CHARLIE) == failed(errors.Unannounced)
    assert run(node, announced(CHARLIE, BOB, inner), CHARLIE) == failed(errors.NotProxy)


def test_an_announcement_is_taken_back_or_forbidden():
    node = Node()
    first, second = transfer(1), transfer(2)
    run(node, add(DAVE, delay=1))
    assert run(node, announce(node, BOB, first), CHARLIE) == failed(errors.NotProxy)
    for inner in (first, second, second):
        run(node, announce(node, BOB, inner), DAVE)
    assert reserved(node, DAVE) == 36_000_000 + 3 * 68_000_000
    hash_one, hash_two = call_hash(node, first), call_hash(node, second)
    mine = call("remove_announcement", real=address(BOB), call_hash=hash_one)
    assert run(node, mine, CHARLIE) == failed(errors.NotFound)
    assert run(node, mine, DAVE) == DONE
    assert run(node, mine, DAVE) == failed(errors.NotFound)
    theirs = call("reject_announcement", delegate=address(DAVE), call_hash=hash_two)
    assert run(node, theirs, CHARLIE) == failed(errors.NotFound)
    # both announcements of the same call go at once
    assert run(node, theirs) == DONE
    assert reserved(node, DAVE) == 0
    assert not node.context().contains(declared.storage.Announcements, DAVE.public_key)


def test_no_more_than_75_announcements():
    ctx = fresh_context()
    ctx.dispatch(add(DAVE, delay=1), signed(BOB.public_key))
    who = signed(DAVE.public_key)
    for number in range(75):
        name = number.to_bytes(32, "little")
        ctx.dispatch(call("announce", real=address(BOB), call_hash=name), who)
    with refused(ctx, errors.TooMany):
        ctx.dispatch(call("announce", real=address(BOB), call_hash=bytes(32)), who)
