from __future__ import annotations

from tests.unit.local_node.runtime.pallets.system.system_calls import call
from tests.unit.local_node.runtime.support import ALICE, Node


def test_heap_pages_are_written_and_announced():
    node = Node()
    node.begin()
    node.apply(node.sign(ALICE, ("Sudo", ("sudo", {"call": call("set_heap_pages", pages=64)}))))
    assert node.end()["digest"]["logs"][-1] == "RuntimeEnvironmentUpdated"
    assert node.ext.get(b":heappages") == (64).to_bytes(8, "little")
