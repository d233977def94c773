"""The parts of a pallet: its declaration and the functions that implement it."""

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
    from local_node.runtime.frame.weight import PostDispatch, Weight

CallFunction = Callable[..., Optional["PostDispatch"]]
"""A dispatchable: `def transfer_all(ctx, origin, dest, keep_alive)`; its name is the call's."""

ApiFunction = Callable[..., Any]
"""A runtime API's method: `def get_subnet_info(ctx, netuid)`; its name is the method's."""


GenesisFunction = Callable[["Context", Mapping[str, Any]], None]
"""`(ctx, config)`: writes block 0 from the pallet's part of the chain spec.

`config` is a mapping of decoded JSON, empty if the spec has no entry for the pallet.
"""

Apis = Mapping["Api | type", tuple[ApiFunction, ...]]
"""A declared runtime API (or the class that holds its methods), with the functions of its
methods.
"""

Guard = Callable[["Context", bytes, "CallValue"], None]
"""`(ctx, signer, call)`: raises `DispatchFailure` to refuse a signed call before dispatch.

A dispatch extension in FRAME: it runs for every dispatch by a signed origin, however deeply nested,
and before that in the transaction extension, where a failure becomes a custom validity code.
"""


BaseFilter = Callable[["Context", "CallValue"], bool]
"""A part of the base call filter: False refuses a call of any origin except root."""

FeePayer = Callable[["Context", bytes, "CallValue"], bytes | None]
"""The account that pays instead of the signer, or None."""


class Inherent(NamedTuple):
    """A call that the author includes in every block, made from inherent data."""

    identifier: bytes
    """The eight-byte identifier of the inherent data, such as `timstap0`."""
    create: Callable[[Context, bytes | None], CallValue | None]
    """Makes the call from the inherent data; panics if required data is missing."""
    check: Callable[[Context, dict[str, Any], bytes | None], bytes | None]
    """The SCALE of the inherent error for the call's arguments, or None if they are valid."""
    call: str
    """The name of the call; every unsigned `Pallet.call` is an inherent."""


class FeeFallback(NamedTuple):
    """An alternative payment for calls whose signer has too little TAO."""

    applies: Callable[[Context, bytes, CallValue], bool]
    can_pay: Callable[[Context, bytes, CallValue, int], bool]
    """`(ctx, payer, call, fee in rao)`, called when the pool or the block validates."""
    pay: Callable[[Context, bytes, CallValue, int], Any]
    """Withdraw the fee before the call; returns a receipt, or raises `DispatchFailure`."""
    settle: Callable[[Context, bytes, Any], None]
    """`(ctx, payer, receipt)`, called after the call to deposit the event."""


class Hooks(Frozen):
    """The hooks of a pallet. The weights that they return count towards the block."""

    on_initialize: Callable[[Context], Weight | None] | None = None
    on_idle: Callable[[Context, Weight], Weight | None] | None = None
    on_finalize: Callable[[Context], None] | None = None
    on_runtime_upgrade: Callable[[Context], Weight | None] | None = None
    inherent: Inherent | None = None
    validate_unsigned: Callable[[Context, str, str, dict[str, Any]], ValidTransaction] | None = None
    """`(ctx, source, call, args)`, for unsigned calls; raises `Refusal`."""
    filter: BaseFilter | None = None
    guards: tuple[Guard, ...] = ()
    refusal_codes: Mapping[str, int] = {}
    """Custom validity codes of guard failures, by the full name of the pallet's error."""
    fee_payer: FeePayer | None = None
    fee_fallback: FeeFallback | None = None


class RuntimePallet(Frozen):
    """One pallet of the bundled runtime, with lazily loaded parts.

    Each part is a function that returns it, usually `later(…)`. Opening a chain needs little of the
    runtime's code, so a pallet's code is loaded when a block or a caller first needs it.
    """

    declaration: Pallet
    calls: Callable[[], tuple[CallFunction, ...]] = tuple
    hooks: Callable[[], Hooks] = Hooks
    genesis: Callable[[], GenesisFunction] | None = None
    apis: Callable[[], Apis] = dict
    storage_version: int = 0
    """The value of the pallet's `:__STORAGE_VERSION__:` from block 0 on."""

    @property
    def name(self) -> str:
        return self.declaration.name

    def call_table(self) -> dict[str, CallFunction]:
        """The dispatchables by call name, without trailing underscores."""
        return {field_name(function.__name__): function for function in self.calls()}


def later(package: str, path: str) -> Callable[[], Any]:
    """A function that loads a module of a package on demand, and returns `"calls.CALLS"` from
    it.
    """
    module, _, name = path.rpartition(".")
    return lambda: getattr(import_module(f"{package}.{module}"), name)
