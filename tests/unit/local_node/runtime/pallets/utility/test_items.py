from __future__ import annotations

from tests.unit.local_node.runtime.pallets.utility.utility_calls import REMARK, call, run
from tests.unit.local_node.runtime.support import Node


def test_too_many_calls():
    node = Node()
    many = call("batch", calls=[REMARK] * 10_923)
    error = ("Module", {"index": 11, "error": b"\0\0\0\0"})
    assert run(node, many) == ("Ok", ("Err", error))
