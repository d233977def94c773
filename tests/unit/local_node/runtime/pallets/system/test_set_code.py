from __future__ import annotations

from tests.unit.local_node.runtime.pallets.system.system_calls import as_root, call, error
from tests.unit.local_node.runtime.support import Node


def test_code_cannot_be_replaced():
    node = Node()
    before = node.ext.get(b":code")
    assert as_root(node, call("set_code", code=b"wasm")) == error(2)
    assert as_root(node, call("set_code_without_checks", code=b"wasm")) == error(2)
    assert node.ext.get(b":code") == before
