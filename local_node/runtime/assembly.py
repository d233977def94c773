"""All pallets together: which function carries out a call, and what stands before it.

A dispatch goes the way it goes in FRAME: the filters of the origin, the guards of the pallets, then
the function inside a storage layer of its own, so that a failed call leaves nothing behind.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from keyword import iskeyword
from typing import Any, NamedTuple

from chain_spec.declare import Call
from chain_spec.pallets import system
from chain_spec.runtime import OUTER_CALL, Interface
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.dispatcher import DispatchInfo
from local_node.runtime.frame.errors import DispatchFailure
from local_node.runtime.frame.origin import CallValue, Origin
from local_node.runtime.frame.pallet import (
    ApiFunction,
    CallFunction,
    FeeFallback,
    Guard,
    PostDispatch,
    RuntimePallet,
)
from local_node.runtime.frame.schema import Schema
from local_node.runtime.frame.weight import Weight
from local_node.runtime.weights.weigher import Weigher

DONE = PostDispatch()


class Handler(NamedTuple):
    """A dispatchable, and those of its arguments whose names are words of Python."""

    function: CallFunction
    renamed: tuple[str, ...]

    def arguments(self, args: Mapping[str, Any]) -> Mapping[str, Any]:
        """The arguments as the function takes them."""
        if not self.renamed:
            return args
        return {(f"{name}_" if name in self.renamed else name): args[name] for name in args}


class Assembly:
    """The pallets of one interface, put together; those that it does not have are left out."""

    def __init__(self, interface: Interface, pallets: Sequence[RuntimePallet]) -> None:
        self.interface = interface
        self.schema = Schema(interface)
        self.profile = interface.profile
        self.features = interface.features
        here = (pallet for pallet in pallets if pallet.name in interface.pallets)
        self.pallets = tuple(sorted(here, key=lambda pallet: pallet.declaration.index))
        self.call_codec = interface.codec(OUTER_CALL)
        self.encode_call: Callable[[CallValue], bytes] = self.call_codec.encode
        self._weigher = Weigher(self.encode_call)
        hooks = [pallet.hooks for pallet in self.pallets]
        self.guards: tuple[Guard, ...] = tuple(guard for hook in hooks for guard in hook.guards)
        self.filters = tuple(hook.filter for hook in hooks if hook.filter is not None)
        self.refusal_codes = {
            error: code for hook in hooks for error, code in hook.refusal_codes.items()
        }
        self.fee_fallback: FeeFallback | None = next(
            (hook.fee_fallback for hook in hooks if hook.fee_fallback is not None), None
        )
        self.fee_payer: Callable[[Context, bytes, CallValue], bytes | None] | None = next(
            (hook.fee_payer for hook in hooks if hook.fee_payer is not None), None
        )
        self._handlers = dict(_handlers(interface, self.pallets))

    def context_apis(self) -> dict[str, ApiFunction]:
        """The functions behind runtime API methods, by entry point (`Api_method`)."""
        return {
            f"{_api_name(api)}_{function.__name__}": function
            for pallet in self.pallets
            for api, functions in pallet.apis.items()
            for function in functions
        }

    def implements(self, pallet: str, call: str) -> bool:
        """Whether there is a function for the call; others are refused by the base filter."""
        return (pallet, call) in self._handlers

    def dispatch_info(self, call: CallValue) -> DispatchInfo:
        """What a call weighs, its class, and whether a fee is due."""
        return self._weigher.info(call)

    def own_weight(self, pallet: str, call: str, args: Mapping[str, Any]) -> Weight:
        """What a call weighs by itself: without guards, and without calls inside it."""
        return self._weigher.own(pallet, call, args)

    def dispatch(
        self, ctx: Context, call: CallValue, origin: Origin, *, bypass: bool = False
    ) -> PostDispatch:
        """Carry out a call; raises `DispatchFailure`, with the state as it was before.

        `bypass` skips filters and guards, for this call though not for those inside it
        (`dispatch_bypass_filter` in FRAME).
        """
        pallet, inner = call
        name, args = (inner, {}) if isinstance(inner, str) else inner
        handler = self._handlers.get((pallet, name))
        if handler is None or not (bypass or self._passes(ctx, call, origin)):
            raise DispatchFailure(system.errors.CallFiltered)
        signer = None if bypass else origin.signer
        if signer is not None:
            for guard in self.guards:
                guard(ctx, signer, call)
        with ctx.transaction():
            return handler.function(ctx, origin, **handler.arguments(args)) or DONE

    def _passes(self, ctx: Context, call: CallValue, origin: Origin) -> bool:
        """Whether the origin's filters, and the base filter of any origin but root, allow it."""
        if not all(allows(call) for allows in origin.filters):
            return False
        return origin.unfiltered or all(allows(ctx, call) for allows in self.filters)


def _handlers(
    interface: Interface, pallets: Sequence[RuntimePallet]
) -> list[tuple[tuple[str, str], Handler]]:
    """A handler for each call that the interface has; what a feature that is off adds has none."""
    found = []
    for pallet in pallets:
        declared = interface.pallets[pallet.name].calls
        for name, function in pallet.call_table().items():
            if name in declared:
                found.append(((pallet.name, name), Handler(function, _renamed(declared[name]))))
    return found


def _renamed(call: Call) -> tuple[str, ...]:
    return tuple(name for name in call.args if iskeyword(name))


def _api_name(api: Any) -> str:
    """The name of a declared API, or of the class that its methods stand in."""
    name: str = api.__name__ if isinstance(api, type) else api.name
    return name
