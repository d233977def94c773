"""The cost of a new subnet: twice the last lock, decaying to the last lock and then to the minimum.

The cost decays by one multiple of the last lock per `NetworkLockReductionInterval`, which gets
shorter as block emission halves.
"""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.arithmetic.fixed import I64F64
from local_node.runtime.frame.context import Context
from local_node.runtime.pallets.subtensor.coinbase.block_emission import calculate_block_emission
from local_node.runtime.pallets.subtensor.rate_limits import network_last_lock_block

_U64_MAX = (1 << 64) - 1
_INITIAL_EMISSION = 1_000_000_000


def network_lock_cost(ctx: Context) -> int:
    """The lock for registering a subnet in this block, in rao."""
    last_lock = ctx.get(storage.NetworkLastLockCost)
    last_block = network_last_lock_block(ctx)
    doubled = min(last_lock * (1 if last_block == 0 else 2), _U64_MAX)
    elapsed = max(ctx.block_number - last_block, 0)
    interval = lock_reduction_interval(ctx)
    per_block = last_lock // interval if interval else 0
    fallen = min(per_block * elapsed, _U64_MAX)
    return max(doubled - fallen, ctx.get(storage.NetworkMinLockCost))


def lock_reduction_interval(ctx: Context) -> int:
    """`NetworkLockReductionInterval`, scaled by the halvings of block emission."""
    interval = I64F64.from_int(ctx.get(storage.NetworkLockReductionInterval))
    emission = I64F64.from_int(calculate_block_emission(ctx))
    halving = I64F64.div(emission, I64F64.from_int(_INITIAL_EMISSION))
    return I64F64.to_u64(I64F64.mul(interval, halving))
