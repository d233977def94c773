"""What the tests of this folder begin with."""

from __future__ import annotations

import pytest

from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.chain import dev_context, go_to, subnet


@pytest.fixture
def ctx() -> Context:
    ctx = dev_context()
    subnet(ctx, 1, neurons=2)
    go_to(ctx, 100)
    return ctx
