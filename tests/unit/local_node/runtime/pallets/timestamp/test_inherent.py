from __future__ import annotations

from tests.unit.local_node.runtime.pallets.timestamp.clock import SLOT, set_time
from tests.unit.local_node.runtime.support import Node


def test_the_clock_or_half_a_slot_after_the_last_block():
    node = Node()
    node.block()
    node.begin(inherents=False)
    node.slot = 0  # a clock that stands still
    (inherent,) = node.inherents()
    assert inherent == set_time(node, SLOT + SLOT // 2)
