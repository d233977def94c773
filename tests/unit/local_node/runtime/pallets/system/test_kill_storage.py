from __future__ import annotations

from tests.unit.local_node.runtime.pallets.system.system_calls import as_root, call
from tests.unit.local_node.runtime.support import Node


def test_raw_storage():
    node = Node()
    assert as_root(node, call("set_storage", items=[(b"k1", b"a"), (b"k2", b"b")])) == ("Ok", ())
    assert node.ext.get(b"k1") == b"a"
    assert as_root(node, call("kill_prefix", prefix=b"k", subkeys=1)) == ("Ok", ())
    assert (node.ext.get(b"k1"), node.ext.get(b"k2")) == (None, b"b")
    assert as_root(node, call("kill_storage", keys=[b"k2", b"k3"])) == ("Ok", ())
    assert node.ext.get(b"k2") is None
