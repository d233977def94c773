from __future__ import annotations

from tests.unit.local_node.runtime.pallets.utility.utility_calls import (
    BAD,
    DONE,
    GOOD,
    call,
    run,
    utility_events,
)
from tests.unit.local_node.runtime.support import CHARLIE, TAO, Node


def test_force_batch_tries_every_call():
    node = Node()
    before = node.free(CHARLIE)
    assert run(node, call("force_batch", calls=[GOOD, BAD, GOOD])) == DONE
    assert node.free(CHARLIE) == before + 2 * TAO
    assert [name for name, _ in utility_events(node)] == [
        "ItemCompleted",
        "ItemFailed",
        "ItemCompleted",
        "BatchCompletedWithErrors",
    ]
