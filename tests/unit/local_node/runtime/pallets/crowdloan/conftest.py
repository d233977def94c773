"""What the tests of this folder begin with."""

from __future__ import annotations

import pytest

from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.calling import rich
from tests.unit.local_node.runtime.pallets.crowdloan.crowdloan_calls import CREATOR, FRIEND, OTHER
from tests.unit.local_node.runtime.support import fresh_context


@pytest.fixture
def ctx() -> Context:
    ctx = fresh_context(block=10)
    for account in (CREATOR, FRIEND, OTHER):
        rich(ctx, account, 1_000)
    return ctx
