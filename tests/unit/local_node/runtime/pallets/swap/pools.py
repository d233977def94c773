"""What the tests of this folder share."""

from __future__ import annotations

from chain_spec.pallets import subtensor, swap
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import NETUID, started_chain

ROOT = 0


STORED = (swap.storage.SwapBalancer, swap.storage.PalSwapInitialized)


def with_pool(tao: int, alpha: int) -> Context:
    ctx = started_chain()
    ctx.put(subtensor.storage.SubnetTAO, NETUID, tao)
    ctx.put(subtensor.storage.SubnetAlphaIn, NETUID, alpha)
    return ctx
