"""What the tests of this folder begin with."""

from __future__ import annotations

import pytest

from chain_spec.pallets import system
from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.chain import dev_context, go_to, rich
from tests.unit.local_node.runtime.pallets.subtensor.subnets.registration.registrations import (
    COLDKEY,
    EASY,
    HASH,
    OTHER,
)


@pytest.fixture
def ctx() -> Context:
    ctx = dev_context()
    rich(ctx, COLDKEY)
    rich(ctx, OTHER)
    return ctx


@pytest.fixture
def easy(ctx: Context) -> Context:
    """Block 10, the hashes of the last blocks known, subnet 1 easy."""
    go_to(ctx, 10)
    for number in range(3, 10):
        ctx.put(system.storage.BlockHash, number, HASH)
    ctx.put(storage.Difficulty, 1, EASY)
    ctx.put(storage.MinDifficulty, 1, 1)
    return ctx
