"""Figures of a subnet that several runtime APIs have."""

from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.rpc_info.subnet_fields import (
    activity_cutoff_blocks,
    blocks_since_last_step,
    pending_alpha_emission,
    pool_fields,
)
from tests.unit.local_node.runtime.pallets.subtensor.chain import go_to


@pytest.mark.parametrize(
    ("factor", "tempo", "blocks"), [(13_889, 360, 5_000), (1_500, 3, 4), (1, 10, 1), (0, 10, 1)]
)
def test_the_activity_cutoff_is_a_part_of_the_tempo(
    ctx: Context, factor: int, tempo: int, blocks: int
) -> None:
    ctx.put(storage.ActivityCutoffFactorMilli, 2, factor)
    ctx.put(storage.Tempo, 2, tempo)
    assert activity_cutoff_blocks(ctx, 2) == blocks


def test_blocks_since_a_step_are_never_negative(ctx: Context) -> None:
    ctx.put(storage.LastMechansimStepBlock, 2, 40)
    for block, since in ((50, 10), (40, 0), (30, 0)):
        go_to(ctx, block)
        assert blocks_since_last_step(ctx, 2) == since


def test_pending_emission_is_that_of_validators_and_servers(ctx: Context) -> None:
    ctx.put(storage.PendingValidatorEmission, 2, 3)
    ctx.put(storage.PendingServerEmission, 2, 4)
    assert pending_alpha_emission(ctx, 2) == pool_fields(ctx, 2)["pending_alpha_emission"] == 7
