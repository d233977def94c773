from __future__ import annotations

from tests.unit.local_node.runtime.pallets.utility.utility_calls import (
    GOOD,
    REMARK,
    as_root,
    call,
    run,
)
from tests.unit.local_node.runtime.support import Node


def test_with_weight():
    node = Node()
    weight = {"ref_time": 5, "proof_size": 0}
    assert as_root(node, call("with_weight", call=REMARK, weight=weight)) == ("Ok", ())
    assert as_root(node, call("with_weight", call=GOOD, weight=weight)) == ("Err", "BadOrigin")
    assert run(node, call("with_weight", call=REMARK, weight=weight)) == (
        "Ok",
        ("Err", "BadOrigin"),
    )
