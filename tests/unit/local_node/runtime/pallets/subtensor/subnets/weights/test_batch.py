"""Batches over subnets: each item stands alone."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import fail
from local_node.runtime.pallets.subtensor.subnets.weights.batch import run_batch
from tests.unit.local_node.runtime.pallets.subtensor.chain import dev_context, key
from tests.unit.local_node.runtime.support import decoded_events


def test_what_fails_undoes_itself_and_is_told_behind_the_others() -> None:
    ctx = dev_context()

    def run(position: int) -> None:
        ctx.put(storage.Tempo, 10 + position, 7)
        if position == 1:
            raise fail(errors.SubnetNotExists)

    before = len(decoded_events(ctx))
    run_batch(ctx, key(1), [5, 6, 5], run)
    assert [ctx.contains(storage.Tempo, 10 + n) for n in range(3)] == [True, False, True]
    told = [name for _, name, _ in decoded_events(ctx)[before:]]
    expected = ["BatchCompletedWithErrors", "BatchWeightItemFailed", "BatchWeightsCompleted"]
    assert told == expected
    run_batch(ctx, key(1), [], run)
    assert len(decoded_events(ctx)) == before + 4
