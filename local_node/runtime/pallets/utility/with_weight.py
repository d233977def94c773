"""`Utility.with_weight`: root dispatches a call with a given weight."""

from __future__ import annotations

from local_node.runtime.frame import Context, Origin, ensure_root
from local_node.runtime.frame.origin import CallValue, root
from local_node.runtime.frame.outcome import attempt


def with_weight(ctx: Context, origin: Origin, call: CallValue, weight: dict[str, int]) -> None:
    """The given weight is charged instead of the call's own."""
    ensure_root(origin)
    outcome = attempt(ctx, call, root, bypass=True)
    if outcome.failure is not None:
        outcome.failure.post = None
        raise outcome.failure
