from __future__ import annotations

from tests.unit.local_node.runtime.pallets.utility.utility_calls import (
    BAD,
    DONE,
    FILTERED,
    GOOD,
    TOO_MUCH,
    call,
    run,
    utility_events,
)
from tests.unit.local_node.runtime.support import CHARLIE, TAO, Node


def test_batch_all_keeps_all_or_nothing():
    node = Node()
    before = node.free(CHARLIE)
    assert run(node, call("batch_all", calls=[GOOD, BAD])) == ("Ok", ("Err", TOO_MUCH))
    assert node.free(CHARLIE) == before
    assert utility_events(node) == []
    assert run(node, call("batch_all", calls=[GOOD, GOOD])) == DONE
    assert node.free(CHARLIE) == before + 2 * TAO


def test_no_batch_all_deeper_inside_a_batch_all():
    node = Node()
    inner = call("as_derivative", index=0, call=call("batch_all", calls=[]))
    assert run(node, call("batch_all", calls=[inner])) == ("Ok", ("Err", FILTERED))
    assert run(node, call("batch", calls=[inner])) == DONE
