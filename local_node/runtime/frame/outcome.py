"""A dispatch whose failure does not end the caller: for calls that carry other calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from local_node.runtime.frame.errors import DispatchFailure
from local_node.runtime.frame.pallet import PostDispatch

if TYPE_CHECKING:
    from local_node.runtime.frame.context import Context
    from local_node.runtime.frame.origin import CallValue, Origin
    from local_node.runtime.frame.weight import Weight


class Outcome(NamedTuple):
    """How an inner call went, and the weight that it is charged with."""

    failure: DispatchFailure | None
    error: Any
    """The `DispatchError` value of the failure, or None."""
    weight: Weight

    @property
    def result(self) -> tuple[str, Any]:
        """The `DispatchResult` value, as events carry it."""
        return ("Ok", ()) if self.failure is None else ("Err", self.error)


def attempt(ctx: Context, call: CallValue, origin: Origin, *, bypass: bool = False) -> Outcome:
    """Carry out an inner call; a failed one leaves nothing behind. `bypass` skips the filters."""
    declared = ctx.runtime.dispatch_info(call).call_weight
    post: PostDispatch | None
    failure: DispatchFailure | None = None
    try:
        post = ctx.dispatch(call, origin, bypass=bypass)
    except DispatchFailure as error:
        failure, post = error, error.post
    reported = None if post is None else post.weight
    weight = declared if reported is None else reported.lowest(declared)
    value = None if failure is None else ctx.schema.error_value(failure.error)
    return Outcome(failure, value, weight)
