"""The dispatcher over all pallets: the handler of each call, and the checks before it.

A dispatch follows FRAME's order: the origin's filters, the pallets' guards, then the function
inside its own storage layer, so that a failed call leaves no writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from keyword import iskeyword
from typing import Any, NamedTuple

from btsdk.scale import Codec
from chain_spec.declare import Call
from chain_spec.pallets import system
from chain_spec.runtime import OUTER_CALL, Interface
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.dispatcher import DispatchInfo
from local_node.runtime.frame.errors import DispatchFailure
from local_node.runtime.frame.origin import CallValue, Origin
from local_node.runtime.frame.pallet import (
    ApiFunction,
    BaseFilter,
    CallFunction,
    FeeFallback,
    FeePayer,
    Guard,
    Hooks,
    RuntimePallet,
)
from local_node.runtime.frame.schema import Schema
from local_node.runtime.frame.weight import PostDispatch, Weight
from local_node.runtime.weights.weigher import Weigher

DONE = PostDispatch()


class Handler(NamedTuple):
    """A dispatchable, and its arguments whose names are Python keywords."""

    function: CallFunction
    renamed: tuple[str, ...]

    def arguments(self, args: Mapping[str, Any]) -> Mapping[str, Any]:
        """The arguments as the function takes them."""
        if not self.renamed:
            return args
        return {(f"{name}_" if name in self.renamed else name): args[name] for name in args}


class Assembly:
    """All pallets of one interface; a pallet that the interface lacks is omitted."""

    def __init__(self, interface: Interface, pallets: Sequence[RuntimePallet]) -> None:
        self.interface = interface
        self.schema = Schema(interface)
        self.profile = interface.profile
        self.features = interface.features
        here = (pallet for pallet in pallets if pallet.name in interface.pallets)
        self.pallets = tuple(sorted(here, key=lambda pallet: pallet.declaration.index))
        self._weigher = Weigher(self.encode_call)
        self._tables: dict[str, dict[str, Handler]] = {}

    # Hooks are loaded with the first block, so that opening a chain loads none of them.

    @cached_property
    def hooks(self) -> dict[str, Hooks]:
        """The hooks of each pallet by its name, in the order in which they run."""
        return {pallet.name: pallet.hooks() for pallet in self.pallets}

    @cached_property
    def guards(self) -> tuple[Guard, ...]:
        """The checks that run before every call by a signed origin."""
        return tuple(guard for hooks in self.hooks.values() for guard in hooks.guards)

    @cached_property
    def filters(self) -> tuple[BaseFilter, ...]:
        """The parts of the base call filter."""
        return tuple(hooks.filter for hooks in self.hooks.values() if hooks.filter is not None)

    @cached_property
    def refusal_codes(self) -> dict[str, int]:
        """Custom validity codes by the full name of a guard's error."""
        codes = (hooks.refusal_codes for hooks in self.hooks.values())
        return {error: code for each in codes for error, code in each.items()}

    @cached_property
    def fee_fallback(self) -> FeeFallback | None:
        """The alternative way to pay a fee."""
        return next((h.fee_fallback for h in self.hooks.values() if h.fee_fallback), None)

    @cached_property
    def fee_payer(self) -> FeePayer | None:
        """The function that names another payer of the fee."""
        return next((h.fee_payer for h in self.hooks.values() if h.fee_payer), None)

    def api_functions(self) -> Iterator[tuple[str, ApiFunction]]:
        """The functions of the runtime API methods, with their entry points (`Api_method`).

        The iterator loads a pallet only when it reaches it.
        """
        for pallet in self.pallets:
            for api, functions in pallet.apis().items():
                yield from ((f"{_api_name(api)}_{each.__name__}", each) for each in functions)

    def load(self) -> None:
        """Load at once everything that blocks and calls would load lazily."""
        for pallet in self.pallets:
            self._table(pallet.name)
        self.hooks  # noqa: B018 - read for its side effect: the property caches its value

    def implements(self, pallet: str, call: str) -> bool:
        """Whether the call has a function; the base filter refuses any other call."""
        return self._handler(pallet, call) is not None

    def encode_call(self, call: CallValue) -> bytes:
        """The SCALE of a decoded call."""
        return self._call_codec.encode(call)

    @cached_property
    def _call_codec(self) -> Codec:
        return self.interface.codec(OUTER_CALL)

    def dispatch_info(self, call: CallValue) -> DispatchInfo:
        """The weight and class of a call, and whether it pays a fee."""
        return self._weigher.info(call)

    def own_weight(self, pallet: str, call: str, args: Mapping[str, Any]) -> Weight:
        """The weight of a call without its guards and without inner calls."""
        return self._weigher.own(pallet, call, args)

    def dispatch(
        self, ctx: Context, call: CallValue, origin: Origin, *, bypass: bool = False
    ) -> PostDispatch:
        """Dispatch a call; raise `DispatchFailure`, with the state restored, if it fails.

        `bypass` skips filters and guards, for this call though not for those inside it
        (`dispatch_bypass_filter` in FRAME).
        """
        pallet, inner = call
        name, args = (inner, {}) if isinstance(inner, str) else inner
        handler = self._handler(pallet, name)
        if handler is None or not (bypass or self._passes(ctx, call, origin)):
            raise DispatchFailure(system.errors.CallFiltered)
        signer = None if bypass else origin.signer
        if signer is not None:
            for guard in self.guards:
                guard(ctx, signer, call)
        with ctx.transaction():
            return handler.function(ctx, origin, **handler.arguments(args)) or DONE

    def _handler(self, pallet: str, call: str) -> Handler | None:
        return self._table(pallet).get(call)

    def _table(self, pallet: str) -> dict[str, Handler]:
        """The handlers of a pallet, loaded with its first call."""
        table = self._tables.get(pallet)
        if table is None:
            here = (each for each in self.pallets if each.name == pallet)
            table = self._tables[pallet] = _handlers(self.interface, here)
        return table

    def _passes(self, ctx: Context, call: CallValue, origin: Origin) -> bool:
        """Whether the origin's filters and, unless the origin is root, the base filter allow the
        call.
        """
        if not all(allows(call) for allows in origin.filters):
            return False
        return origin.unfiltered or all(allows(ctx, call) for allows in self.filters)


def _handlers(interface: Interface, pallets: Iterable[RuntimePallet]) -> dict[str, Handler]:
    """A handler for each call of the interface; calls of a disabled feature have none."""
    found = {}
    for pallet in pallets:
        declared = interface.pallets[pallet.name].calls
        for name, function in pallet.call_table().items():
            if name in declared:
                found[name] = Handler(function, _renamed(declared[name]))
    return found


def _renamed(call: Call) -> tuple[str, ...]:
    return tuple(name for name in call.args if iskeyword(name))


def _api_name(api: Any) -> str:
    """The name of a declared API, or of the class that holds its methods."""
    name: str = api.__name__ if isinstance(api, type) else api.name
    return name
