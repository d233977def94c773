"""What the tests of this folder begin with."""

from __future__ import annotations

import pytest

from tests.unit.local_node.runtime.support import Node


@pytest.fixture
def node() -> Node:
    return Node()
