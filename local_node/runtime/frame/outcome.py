"""The outcome of an inner call whose failure does not fail the outer call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from local_node.runtime.frame.errors import DispatchFailure
from local_node.runtime.frame.weight import PostDispatch

if TYPE_CHECKING:
    from local_node.runtime.frame.context import Context
    from local_node.runtime.frame.origin import CallValue, Origin
    from local_node.runtime.frame.weight import Weight


class Outcome(NamedTuple):
    """The result of an inner call, and the weight that it is charged."""

    failure: DispatchFailure | None
    error: Any
    """The `DispatchError` value of the failure, or None."""
    weight: Weight

    @property
    def result(self) -> tuple[str, Any]:
        """The `DispatchResult` value, as in events."""
        return ("Ok", ()) if self.failure is None else ("Err", self.error)


def attempt(ctx: Context, call: CallValue, origin: Origin, *, bypass: bool = False) -> Outcome:
    """Dispatch an inner call and roll back its writes if it fails; `bypass` skips the filters."""
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
