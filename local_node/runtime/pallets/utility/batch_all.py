"""`Utility.batch_all`: all calls, or none of them."""

from __future__ import annotations

from chain_spec.pallets import utility
from local_node.runtime.frame import Context, Origin, PostDispatch, Weight
from local_node.runtime.frame.origin import CallValue
from local_node.runtime.pallets.utility.items import base, ensure_may_batch, run


def batch_all(ctx: Context, origin: Origin, calls: list[CallValue]) -> PostDispatch:
    """Fails with the first inner error; no inner call may be a `batch_all`."""
    ensure_may_batch(ctx, origin, calls)
    inner_origin = origin if origin.is_root else origin.with_filter(_is_no_batch_all)
    weight = Weight(0)
    for index, call in enumerate(calls):
        outcome = run(ctx, call, inner_origin)
        weight = weight.plus(outcome.weight)
        if outcome.failure is not None:
            outcome.failure.post = PostDispatch(weight.plus(base(ctx, "batch_all", index + 1)))
            raise outcome.failure
        ctx.emit(utility.events.ItemCompleted)
    ctx.emit(utility.events.BatchCompleted)
    return PostDispatch(weight.plus(base(ctx, "batch_all", len(calls))))


def _is_no_batch_all(call: CallValue) -> bool:
    pallet, inner = call
    return not (pallet == "Utility" and inner[0] == "batch_all")
