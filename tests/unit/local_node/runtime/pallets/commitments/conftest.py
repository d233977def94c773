"""What the tests of this folder begin with."""

from __future__ import annotations

import pytest

from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import append_neuron
from tests.unit.local_node.runtime.pallets.commitments.commitments import MINER, NETUID, OTHER
from tests.unit.local_node.runtime.support import fresh_context


@pytest.fixture
def ctx() -> Context:
    ctx = fresh_context(block=20)
    append_neuron(ctx, NETUID, MINER, 1)
    append_neuron(ctx, NETUID, OTHER, 1)
    return ctx
