"""Batches over several subnets: items are independent, and failures become events."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from chain_spec.pallets.subtensor import events
from local_node.runtime.frame import Context, DispatchFailure


def run_batch(
    ctx: Context, hotkey: bytes, netuids: Sequence[int], run: Callable[[int], None]
) -> None:
    """Run each item, emit its failure, and finally emit the completion of the batch."""
    failures: list[tuple[int, DispatchFailure]] = []
    for position, netuid in enumerate(netuids):
        try:
            with ctx.transaction():
                run(position)
        except DispatchFailure as error:
            failures.append((netuid, error))

    if failures:
        ctx.emit(events.BatchCompletedWithErrors)
    for netuid, failure in failures:
        ctx.emit(events.BatchWeightItemFailed, netuid, ctx.schema.error_value(failure.error))
    ctx.emit(events.BatchWeightsCompleted, list(netuids), hotkey)
