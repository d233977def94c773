from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.chain import refused
from tests.unit.local_node.runtime.pallets.subtensor.guards.checking import check


def test_weights_need_equal_lengths_before_stake(ctx: Context) -> None:
    ctx.set(storage.StakeThreshold, 10)
    with refused(errors.InputLengthsUnequal):
        check(ctx, "batch_commit_weights", netuids=[1], commit_hashes=[])
    with refused(errors.NotEnoughStakeToSetWeights):
        check(ctx, "batch_commit_weights", netuids=[1], commit_hashes=[bytes(32)])
    with refused(errors.NotEnoughStakeToSetWeights):
        check(ctx, "set_weights", netuid=1, dests=[0], weights=[1], version_key=0)


def test_a_reveal_needs_its_commitment(ctx: Context) -> None:
    with refused(errors.NoWeightsCommitFound):
        check(ctx, "reveal_weights", netuid=1, uids=[], values=[], salt=[], version_key=0)
