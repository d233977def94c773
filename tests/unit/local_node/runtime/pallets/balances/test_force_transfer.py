from __future__ import annotations

from tests.unit.local_node.runtime.pallets.balances.balances_calls import (
    DONE,
    NEW,
    call,
    run,
    sudid,
    sudo,
    to,
)
from tests.unit.local_node.runtime.support import BOB, TAO, Node


def test_force_transfer():
    node = Node()
    inner = call("force_transfer", source=to(BOB), dest=to(NEW), value=1_000_000 * TAO)
    assert run(node, sudo(inner)) == DONE
    assert sudid(node) == ("Ok", ())
    assert node.free(NEW) == 1_000_000 * TAO
