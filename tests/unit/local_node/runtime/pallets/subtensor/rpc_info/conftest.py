"""What the tests of this folder begin with."""

from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.staking.stake import increase_stake
from tests.unit.local_node.runtime.pallets.subtensor.chain import call, dev_context, rich, subnet
from tests.unit.local_node.runtime.pallets.subtensor.rpc_info.asking import HOTKEY, OWNER


@pytest.fixture
def ctx() -> Context:
    """Subnet 2 of three neurons; its owner's hotkey is a delegate with 500 alpha."""
    ctx = dev_context()
    rich(ctx, OWNER)
    call(ctx, OWNER, "register_network", hotkey=HOTKEY)
    subnet(ctx, 2, neurons=3)
    increase_stake(ctx, HOTKEY, OWNER, 2, 500)
    ctx.put(storage.Delegates, HOTKEY, 6_553)
    ctx.put(storage.ValidatorPermit, 2, [True, False, False])
    ctx.put(storage.Emission, 2, [36_000, 0, 0])
    ctx.put(storage.Weights, (2, 0), [(1, 0), (2, 65_535)])
    return ctx
