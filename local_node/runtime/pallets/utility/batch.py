"""`Utility.batch`: calls in order until one fails; earlier ones stay in effect."""

from __future__ import annotations

from chain_spec.pallets import utility
from local_node.runtime.frame import Context, Origin, PostDispatch, Weight
from local_node.runtime.frame.origin import CallValue
from local_node.runtime.pallets.utility.items import base, ensure_may_batch, run


def batch(ctx: Context, origin: Origin, calls: list[CallValue]) -> PostDispatch:
    """Always succeeds; the event `BatchInterrupted` has the index of the failed call."""
    ensure_may_batch(ctx, origin, calls)
    weight = Weight(0)
    for index, call in enumerate(calls):
        outcome = run(ctx, call, origin)
        weight = weight.plus(outcome.weight)
        if outcome.failure is not None:
            ctx.emit(utility.events.BatchInterrupted, index, outcome.error)
            return PostDispatch(weight.plus(base(ctx, "batch", index + 1)))
        ctx.emit(utility.events.ItemCompleted)
    ctx.emit(utility.events.BatchCompleted)
    return PostDispatch(weight.plus(base(ctx, "batch", len(calls))))
