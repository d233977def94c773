"""`Utility.if_else`: a call, and a fallback if it fails."""

from __future__ import annotations

from chain_spec.pallets import utility
from local_node.runtime.frame import BAD_ORIGIN, Context, Origin, PostDispatch, ensure
from local_node.runtime.frame.origin import CallValue
from local_node.runtime.pallets.utility.items import run


def if_else(ctx: Context, origin: Origin, main: CallValue, fallback: CallValue) -> PostDispatch:
    """Fails only if both do, with the error of the fallback."""
    ensure(not origin.is_none, BAD_ORIGIN)
    first = run(ctx, main, origin)
    weight = ctx.runtime.own_weight("Utility", "if_else", {}).plus(first.weight)
    if first.failure is None:
        ctx.emit(utility.events.IfElseMainSuccess)
        return PostDispatch(weight)
    second = run(ctx, fallback, origin)
    weight = weight.plus(second.weight)
    if second.failure is not None:
        second.failure.post = PostDispatch(weight)
        raise second.failure
    ctx.emit(utility.events.IfElseFallbackCalled, first.error)
    return PostDispatch(weight)
