from __future__ import annotations

from tests.unit.local_node.runtime.pallets.utility.utility_calls import (
    BAD,
    GOOD,
    TOO_MUCH,
    as_root,
    call,
    run,
    utility_events,
)
from tests.unit.local_node.runtime.support import BOB, CHARLIE, TAO, Node


def test_dispatch_as():
    node = Node()
    bob = ("system", ("Signed", BOB.public_key))
    before = node.free(CHARLIE)
    assert run(node, call("dispatch_as", as_origin=bob, call=GOOD)) == ("Ok", ("Err", "BadOrigin"))
    assert as_root(node, call("dispatch_as", as_origin=bob, call=GOOD)) == ("Ok", ())
    assert node.free(CHARLIE) == before + TAO
    assert utility_events(node) == [("DispatchedAs", {"result": ("Ok", ())})]
    assert as_root(node, call("dispatch_as", as_origin=bob, call=BAD)) == ("Ok", ())
    assert utility_events(node) == [("DispatchedAs", {"result": ("Err", TOO_MUCH)})]
    fallible = call("dispatch_as_fallible", as_origin=bob, call=BAD)
    assert as_root(node, fallible) == ("Err", TOO_MUCH)
