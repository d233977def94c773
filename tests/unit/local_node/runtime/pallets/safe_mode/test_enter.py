from __future__ import annotations

from tests.unit.local_node.runtime.pallets.acting import (
    as_root,
    events_of,
    failed,
    module_error,
    run,
)
from tests.unit.local_node.runtime.pallets.safe_mode.safe_mode_calls import (
    call,
    entered_until,
    errors,
)
from tests.unit.local_node.runtime.support import Node


def test_root_enters_and_extends():
    node = Node()
    assert as_root(node, call("force_extend")) == ("Err", module_error(errors.Exited))
    assert as_root(node, call("force_enter")) == ("Ok", ())
    until = node.best[0] + 7_200
    assert events_of(node, "SafeMode") == [("Entered", {"until": until})]
    assert entered_until(node) == until
    assert as_root(node, call("force_enter")) == ("Err", module_error(errors.Entered))
    assert as_root(node, call("force_extend")) == ("Ok", ())
    assert events_of(node, "SafeMode") == [("Extended", {"until": until + 3_600})]
    assert entered_until(node) == until + 3_600


def test_nobody_enters_for_a_deposit():
    node = Node()
    assert run(node, call("enter")) == failed(errors.NotConfigured)
    assert run(node, call("extend")) == failed(errors.Exited)
    as_root(node, call("force_enter"))
    assert run(node, call("extend")) == failed(errors.NotConfigured)
