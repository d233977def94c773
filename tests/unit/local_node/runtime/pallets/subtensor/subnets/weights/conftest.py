"""What the tests of this folder begin with."""

from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.chain import dev_context, go_to, subnet


@pytest.fixture
def ctx() -> Context:
    """Four neurons on subnet 1, of which uid 1 holds a permit; open weights."""
    ctx = dev_context()
    subnet(ctx, 1, neurons=4)
    ctx.put(storage.ValidatorPermit, 1, [False, True, False, False])
    ctx.put(storage.CommitRevealWeightsEnabled, 1, False)
    ctx.put(storage.WeightsSetRateLimit, 1, 10)
    go_to(ctx, 50)
    return ctx


@pytest.fixture
def secret(ctx: Context) -> Context:
    """As `ctx`, under commit and reveal; epochs come only when a test says so."""
    ctx.put(storage.CommitRevealWeightsEnabled, 1, True)
    ctx.put(storage.WeightsSetRateLimit, 1, 0)
    ctx.put(storage.LastEpochBlock, 1, 50)
    ctx.put(storage.Tempo, 1, 50_000)
    ctx.put(storage.SubnetEpochIndex, 1, 5)
    return ctx
