from __future__ import annotations

from tests.unit.local_node.runtime.pallets.utility.utility_calls import (
    BAD,
    DONE,
    GOOD,
    TOO_MUCH,
    call,
    run,
    utility_events,
)
from tests.unit.local_node.runtime.support import CHARLIE, TAO, Node


def test_batch_stops_and_keeps_what_went_before():
    node = Node()
    before = node.free(CHARLIE)
    assert run(node, call("batch", calls=[GOOD, BAD, GOOD])) == DONE
    assert node.free(CHARLIE) == before + TAO
    assert utility_events(node) == [
        ("ItemCompleted", None),
        ("BatchInterrupted", {"index": 1, "error": TOO_MUCH}),
    ]
