"""Commitments to weights, one by one and on several subnets."""

from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.frame.origin import root
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    call,
    dev_context,
    go_to,
    key,
    refused,
    subnet,
)
from tests.unit.local_node.runtime.support import decoded_events

HASH = b"\x05" * 32


@pytest.fixture
def ctx() -> Context:
    ctx = dev_context()
    subnet(ctx, 1, neurons=3)
    ctx.put(storage.CommitRevealWeightsEnabled, 1, True)
    ctx.put(storage.WeightsSetRateLimit, 1, 0)
    ctx.put(storage.Tempo, 1, 50_000)
    ctx.put(storage.LastEpochBlock, 1, 50)
    ctx.put(storage.SubnetEpochIndex, 1, 5)
    go_to(ctx, 50)
    return ctx


def test_a_commitment_is_stored_and_told(ctx: Context) -> None:
    who = subnet(ctx)[1]
    with refused("BadOrigin"):
        call(ctx, root, "commit_weights", netuid=1, commit_hash=HASH)
    with refused(errors.HotKeyNotRegisteredInSubNet):
        call(ctx, key(77), "commit_weights", netuid=1, commit_hash=HASH)
    call(ctx, who, "commit_weights", netuid=1, commit_hash=HASH)
    assert ctx.get(storage.WeightCommits, (1, who)) == [(HASH, 5, 50, 0)]
    assert ctx.get(storage.LastUpdate, 1)[1] == 50
    assert decoded_events(ctx)[-1] == ("SubtensorModule", "WeightsCommitted", (who, 1, HASH))


def test_a_batch_goes_on_past_what_fails(ctx: Context) -> None:
    who = subnet(ctx)[1]
    call(ctx, who, "batch_commit_weights", netuids=[7, 1], commit_hashes=[HASH, HASH])
    assert ctx.get(storage.WeightCommits, (1, who)) == [(HASH, 5, 50, 0)]
    assert [name for _, name, _ in decoded_events(ctx)][-3:] == [
        "BatchCompletedWithErrors",
        "BatchWeightItemFailed",
        "BatchWeightsCompleted",
    ]
