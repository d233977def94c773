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
from tests.unit.local_node.runtime.support import Node


def test_if_else():
    node = Node()
    assert run(node, call("if_else", main=GOOD, fallback=BAD)) == DONE
    assert utility_events(node) == [("IfElseMainSuccess", None)]
    assert run(node, call("if_else", main=BAD, fallback=GOOD)) == DONE
    assert utility_events(node) == [("IfElseFallbackCalled", {"main_error": TOO_MUCH})]
    assert run(node, call("if_else", main=BAD, fallback=BAD)) == ("Ok", ("Err", TOO_MUCH))
