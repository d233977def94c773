from __future__ import annotations

from tests.unit.local_node.runtime.pallets.acting import (
    DONE,
    as_root,
    events_of,
    module_error,
    run,
    transfer,
)
from tests.unit.local_node.runtime.pallets.safe_mode.safe_mode_calls import call, errors
from tests.unit.local_node.runtime.support import TAO, Node


def test_root_ends_it():
    node = Node()
    assert as_root(node, call("force_exit")) == ("Err", module_error(errors.Exited))
    as_root(node, call("force_enter"))
    assert as_root(node, call("force_exit")) == ("Ok", ())
    assert events_of(node, "SafeMode") == [("Exited", {"reason": "Force"})]
    assert run(node, transfer(TAO)) == DONE
