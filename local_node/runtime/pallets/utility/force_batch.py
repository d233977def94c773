"""`Utility.force_batch`: calls in order, including those after a failed one."""

from __future__ import annotations

from chain_spec.pallets import utility
from local_node.runtime.frame import Context, Origin, PostDispatch, Weight
from local_node.runtime.frame.origin import CallValue
from local_node.runtime.pallets.utility.items import base, ensure_may_batch, run


def force_batch(ctx: Context, origin: Origin, calls: list[CallValue]) -> PostDispatch:
    """Always succeeds; each call has its event, `ItemCompleted` or `ItemFailed`."""
    ensure_may_batch(ctx, origin, calls)
    weight = Weight(0)
    failed = False
    for call in calls:
        outcome = run(ctx, call, origin)
        weight = weight.plus(outcome.weight)
        if outcome.failure is None:
            ctx.emit(utility.events.ItemCompleted)
        else:
            failed = True
            ctx.emit(utility.events.ItemFailed, outcome.error)
    events = utility.events
    ctx.emit(events.BatchCompletedWithErrors if failed else events.BatchCompleted)
    return PostDispatch(weight.plus(base(ctx, "force_batch", len(calls))))
