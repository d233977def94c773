"""What the tests of this folder begin with."""

from __future__ import annotations

import pytest

from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.chain import dev_context, rich
from tests.unit.local_node.runtime.pallets.subtensor.subnets.lifecycle.networks import OWNER


@pytest.fixture
def ctx() -> Context:
    ctx = dev_context()
    rich(ctx, OWNER)
    return ctx
