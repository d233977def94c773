"""The common part of the three batches: origin check, call limit and dispatch."""

from __future__ import annotations

from chain_spec.pallets import utility
from local_node.runtime.frame import BAD_ORIGIN, Context, Origin, Weight, ensure
from local_node.runtime.frame.origin import CallValue
from local_node.runtime.frame.outcome import Outcome, attempt


def ensure_may_batch(ctx: Context, origin: Origin, calls: list[CallValue]) -> None:
    """Require any origin except none, and at most the limit of calls."""
    ensure(not origin.is_none, BAD_ORIGIN)
    limit = ctx.constant(utility.constants.batched_calls_limit)
    ensure(len(calls) <= limit, utility.errors.TooManyCalls)


def run(ctx: Context, call: CallValue, origin: Origin) -> Outcome:
    """Dispatch one call; calls of root skip every filter."""
    return attempt(ctx, call, origin, bypass=origin.is_root)


def base(ctx: Context, name: str, count: int) -> Weight:
    """The weight of the batch itself, for `count` calls."""
    return ctx.runtime.own_weight("Utility", name, {"calls": [None] * count})
