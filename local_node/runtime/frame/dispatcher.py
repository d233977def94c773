"""The dispatcher protocol that a context calls; `local_node.runtime.assembly` implements it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

from local_node.runtime.frame.weight import Weight

if TYPE_CHECKING:
    from chain_spec.features import Feature
    from chain_spec.profile import Profile
    from local_node.runtime.frame.context import Context
    from local_node.runtime.frame.origin import CallValue, Origin
    from local_node.runtime.frame.schema import Schema
    from local_node.runtime.frame.weight import PostDispatch

DispatchClass = Literal["Normal", "Operational", "Mandatory"]


class DispatchInfo(NamedTuple):
    """`GetDispatchInfo`: the weight before dispatch, the class, and whether the call pays a fee."""

    call_weight: Weight
    kind: DispatchClass
    pays: bool


class CallDispatcher(Protocol):
    """The dispatcher over all pallets of a runtime."""

    schema: Schema
    profile: Profile
    features: frozenset[Feature]

    def dispatch(
        self, ctx: Context, call: CallValue, origin: Origin, *, bypass: bool = False
    ) -> PostDispatch:
        """Dispatch a call; raise `DispatchFailure`, with the state restored, if it fails."""

    def dispatch_info(self, call: CallValue) -> DispatchInfo:
        """The weight and class of a call, and whether it pays a fee."""

    def own_weight(self, pallet: str, call: str, args: Mapping[str, Any]) -> Weight:
        """The weight of a call without its guards and without inner calls."""

    def encode_call(self, call: CallValue) -> bytes:
        """The SCALE of a decoded call."""
