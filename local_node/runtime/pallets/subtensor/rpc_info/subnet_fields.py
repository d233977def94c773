"""Figures of a subnet that several APIs share."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context

# The chain no longer limits single weights; the limit is reported as its maximum.
MAX_WEIGHT_LIMIT = 0xFFFF


def activity_cutoff_blocks(ctx: Context, netuid: int) -> int:
    """The number of blocks without weights after which a neuron is inactive."""
    factor = ctx.get(storage.ActivityCutoffFactorMilli, netuid)
    return max(int(factor * ctx.get(storage.Tempo, netuid)) // 1000, 1)


def blocks_since_last_step(ctx: Context, netuid: int) -> int:
    return int(max(ctx.block_number - ctx.get(storage.LastMechansimStepBlock, netuid), 0))


def pending_alpha_emission(ctx: Context, netuid: int) -> int:
    return int(
        ctx.get(storage.PendingValidatorEmission, netuid)
        + ctx.get(storage.PendingServerEmission, netuid)
    )


def pool_fields(ctx: Context, netuid: int) -> dict[str, Any]:
    """The pool and its last emission, with the names of `DynamicInfo` and `Metagraph`."""
    return {
        "alpha_in": ctx.get(storage.SubnetAlphaIn, netuid),
        "alpha_out": ctx.get(storage.SubnetAlphaOut, netuid),
        "tao_in": ctx.get(storage.SubnetTAO, netuid),
        "alpha_out_emission": ctx.get(storage.SubnetAlphaOutEmission, netuid),
        "alpha_in_emission": ctx.get(storage.SubnetAlphaInEmission, netuid),
        "tao_in_emission": ctx.get(storage.SubnetTaoInEmission, netuid),
        "pending_alpha_emission": pending_alpha_emission(ctx, netuid),
        "pending_root_emission": 0,
        "subnet_volume": ctx.get(storage.SubnetVolume, netuid),
        "moving_price": ctx.get(storage.SubnetMovingPrice, netuid),
    }
