"""What the tests of this folder begin with."""

from __future__ import annotations

import pytest

from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.drand.pulses import BEACON
from tests.unit.local_node.runtime.support import Node, default_genesis, fresh_context


@pytest.fixture
def ctx() -> Context:
    """A chain that goes by the development beacon."""
    return fresh_context(genesis={**default_genesis(), "drand": {"beacon": BEACON.info()}}, block=7)


@pytest.fixture
def node() -> Node:
    node = Node(genesis={**default_genesis(), "drand": {"beacon": BEACON.info()}})
    node.block()
    return node
