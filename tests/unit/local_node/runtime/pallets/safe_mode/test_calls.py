from __future__ import annotations

import pytest

from tests.unit.local_node.runtime.pallets.acting import failed, run
from tests.unit.local_node.runtime.pallets.safe_mode.safe_mode_calls import call
from tests.unit.local_node.runtime.support import Node


@pytest.mark.parametrize("name", ["force_enter", "force_extend", "force_exit"])
def test_only_root_may_force(name: str):
    node = Node()
    assert run(node, call(name)) == failed("BadOrigin")
