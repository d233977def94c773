from __future__ import annotations

from btsdk.keys.hashing import blake2_256
from tests.unit.local_node.runtime.pallets.utility.utility_calls import (
    BAD,
    DONE,
    GOOD,
    TOO_MUCH,
    call,
    run,
)
from tests.unit.local_node.runtime.support import BOB, CHARLIE, TAO, Node


def test_a_derived_account():
    node = Node()
    derived = blake2_256(b"modlpy/utilisuba" + BOB.public_key + b"\x05\0")
    fund = ("Balances", ("transfer_keep_alive", {"dest": ("Id", derived), "value": 3 * TAO}))
    run(node, fund)
    before = node.free(CHARLIE)
    assert run(node, call("as_derivative", index=5, call=GOOD)) == DONE
    assert node.free(CHARLIE) == before + TAO
    result = run(node, call("as_derivative", index=5, call=BAD))
    assert result == ("Ok", ("Err", TOO_MUCH))
