from __future__ import annotations

from tests.unit.local_node.runtime.pallets.utility.utility_calls import (
    FILTERED,
    GOOD,
    REMARK,
    as_root,
    call,
    run,
)
from tests.unit.local_node.runtime.support import Node


def test_no_batch_in_a_batch():
    node = Node()
    for outer in ("batch", "batch_all", "force_batch"):
        nested = call(outer, calls=[call("batch", calls=[GOOD])])
        assert run(node, nested) == ("Ok", ("Err", FILTERED))
    # root passes every filter
    assert as_root(node, call("batch", calls=[call("batch", calls=[REMARK])])) == ("Ok", ())
