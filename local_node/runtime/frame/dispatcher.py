"""What a context asks of all pallets together; `local_node.runtime.assembly` is one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

from local_node.runtime.frame.weight import Weight

if TYPE_CHECKING:
    from chain_spec.features import Feature
    from chain_spec.profile import Profile
    from local_node.runtime.frame.context import Context
    from local_node.runtime.frame.origin import CallValue, Origin
    from local_node.runtime.frame.pallet import PostDispatch
    from local_node.runtime.frame.schema import Schema

DispatchClass = Literal["Normal", "Operational", "Mandatory"]


class DispatchInfo(NamedTuple):
    """`GetDispatchInfo`: the weight before dispatch, the class, and whether a fee is due."""

    call_weight: Weight
    kind: DispatchClass
    pays: bool


class CallDispatcher(Protocol):
    """All pallets of a runtime."""

    schema: Schema
    profile: Profile
    features: frozenset[Feature]

    def dispatch(
        self, ctx: Context, call: CallValue, origin: Origin, *, bypass: bool = False
    ) -> PostDispatch:
        """Carry out a call; raises `DispatchFailure`, with the state as it was before."""

    def dispatch_info(self, call: CallValue) -> DispatchInfo:
        """What a call weighs, its class, and whether a fee is due."""

    def own_weight(self, pallet: str, call: str, args: Mapping[str, Any]) -> Weight:
        """What a call weighs by itself: without guards, and without calls inside it."""

    def encode_call(self, call: CallValue) -> bytes:
        """The SCALE of a decoded call."""
