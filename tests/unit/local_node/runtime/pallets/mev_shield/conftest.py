"""What the tests of this folder begin with."""

from __future__ import annotations

import pytest

from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.support import fresh_context


@pytest.fixture
def ctx() -> Context:
    return fresh_context(block=10)
