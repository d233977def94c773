"""`Utility.dispatch_as`: root dispatches a call with any origin."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import utility
from local_node.runtime.frame import Context, Origin, ensure_root
from local_node.runtime.frame.origin import CallValue, from_caller
from local_node.runtime.frame.outcome import attempt


def dispatch_as(ctx: Context, origin: Origin, as_origin: tuple[str, Any], call: CallValue) -> None:
    """Always succeeds; the outcome is in the event `DispatchedAs`."""
    ensure_root(origin)
    outcome = attempt(ctx, call, from_caller(as_origin), bypass=True)
    ctx.emit(utility.events.DispatchedAs, outcome.result)


def dispatch_as_fallible(
    ctx: Context, origin: Origin, as_origin: tuple[str, Any], call: CallValue
) -> None:
    """Fails with the inner call's error."""
    ensure_root(origin)
    outcome = attempt(ctx, call, from_caller(as_origin), bypass=True)
    if outcome.failure is not None:
        outcome.failure.post = None
        raise outcome.failure
    ctx.emit(utility.events.DispatchedAs, outcome.result)
