"""What a pallet hands to the runtime: its declaration and the functions that carry it out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, Optional

from btsdk.frozen import Frozen
from chain_spec.types.expression import field_name

if TYPE_CHECKING:
    from chain_spec.declare import Api, Pallet
    from local_node.runtime.frame.context import Context
    from local_node.runtime.frame.origin import CallValue
    from local_node.runtime.frame.validity import ValidTransaction
    from local_node.runtime.frame.weight import Weight

CallFunction = Callable[..., Optional["PostDispatch"]]
"""A dispatchable: `def transfer_all(ctx, origin, dest, keep_alive)`; its name is the call's."""

ApiFunction = Callable[..., Any]
"""A runtime API's method: `def get_subnet_info(ctx, netuid)`; its name is the method's."""


class PostDispatch(NamedTuple):
    """What a call corrects after it ran: None keeps what was reckoned before."""

    weight: Weight | None = None
    pays: bool | None = None


GenesisFunction = Callable[["Context", Mapping[str, Any]], None]
"""`(ctx, config)`: writes block 0 from the pallet's part of the chain spec, a mapping of decoded
JSON that is empty where the spec says nothing."""

Apis = Mapping["Api | type", tuple[ApiFunction, ...]]
"""A declared runtime API (or the class that its methods stand in), and what answers its methods."""

Guard = Callable[["Context", bytes, "CallValue"], None]
"""`(ctx, signer, call)`: raises `DispatchFailure` to keep a signed call from being dispatched.

A dispatch extension in FRAME: it runs for every dispatch by a signed origin, however deeply nested,
and before that in the transaction extension, where a failure becomes a custom validity code.
"""


BaseFilter = Callable[["Context", "CallValue"], bool]
"""A part of the base call filter: False refuses a call of any origin but root."""

FeePayer = Callable[["Context", bytes, "CallValue"], bytes | None]
"""Who pays instead of the signer, or None."""


class Inherent(NamedTuple):
    """A call that the block's author puts into every block, made from inherent data."""

    identifier: bytes
    """Eight bytes, as `timstap0`: where the call's material lies in the inherent data."""
    create: Callable[[Context, bytes | None], CallValue | None]
    """The call for the block, from the material; panics where that must be there and is not."""
    check: Callable[[Context, dict[str, Any], bytes | None], bytes | None]
    """The SCALE of the inherent error for these call arguments, or None if they are right."""
    call: str
    """The name of the call; `Pallet.call` is an inherent wherever it stands unsigned."""


class FeeFallback(NamedTuple):
    """A second way to pay for calls whose signer has too little TAO."""

    applies: Callable[[Context, bytes, CallValue], bool]
    can_pay: Callable[[Context, bytes, CallValue, int], bool]
    """`(ctx, payer, call, fee in rao)`, in the validation of the pool and of the block."""
    pay: Callable[[Context, bytes, CallValue, int], Any]
    """Take the fee before the call; returns a receipt, raises `DispatchFailure` where it cannot."""
    settle: Callable[[Context, bytes, Any], None]
    """After the call: `(ctx, payer, receipt)`, for the event."""


class Hooks(Frozen):
    """What a pallet does without being called. Weights returned count into the block."""

    on_initialize: Callable[[Context], Weight | None] | None = None
    on_idle: Callable[[Context, Weight], Weight | None] | None = None
    on_finalize: Callable[[Context], None] | None = None
    on_runtime_upgrade: Callable[[Context], Weight | None] | None = None
    inherent: Inherent | None = None
    validate_unsigned: Callable[[Context, str, str, dict[str, Any]], ValidTransaction] | None = None
    """`(ctx, source, call, args)`, for calls that nobody signs; raises `Refusal`."""
    filter: BaseFilter | None = None
    guards: tuple[Guard, ...] = ()
    refusal_codes: Mapping[str, int] = {}
    """From a pallet's error (full name) to the custom code that a guard's failure gets."""
    fee_payer: FeePayer | None = None
    fee_fallback: FeeFallback | None = None


class RuntimePallet(Frozen):
    """One pallet of the bundled runtime, and how to get its parts.

    A part is a function that gives it, mostly `later(…)`: a chain that is opened has nothing to do
    with most of the runtime's code, and loads that of a pallet when a block or a caller needs it.
    """

    declaration: Pallet
    calls: Callable[[], tuple[CallFunction, ...]] = tuple
    hooks: Callable[[], Hooks] = Hooks
    genesis: Callable[[], GenesisFunction] | None = None
    apis: Callable[[], Apis] = dict
    storage_version: int = 0
    """What `:__STORAGE_VERSION__:` of the pallet says from block 0 on."""

    @property
    def name(self) -> str:
        return self.declaration.name

    def call_table(self) -> dict[str, CallFunction]:
        """The dispatchables by the call's name; a trailing underscore is dropped."""
        return {field_name(function.__name__): function for function in self.calls()}


def later(package: str, path: str) -> Callable[[], Any]:
    """Gives what `"calls.CALLS"` names in a package, and loads that module when it is asked."""
    module, _, name = path.rpartition(".")
    return lambda: getattr(import_module(f"{package}.{module}"), name)
