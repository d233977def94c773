"""The outer enums of a runtime over its pallets: calls, events, errors.

The paths and the type names of their fields are Substrate's, because clients rely on them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from chain_spec.declare import Call, Error, Event, Pallet
from chain_spec.types.expression import Alias, Enum, FieldOf, Type, VariantOf

_RUNTIME = "node_subtensor_runtime"
_CALLABLE = (
    "self::sp_api_hidden_includes_construct_runtime::hidden_include::dispatch\n"
    "::CallableCallFor<{}, Runtime>"
)


def call_type(pallet: Pallet) -> Enum[Any]:
    """The enum of a pallet's calls."""
    cases = (_call(call) for call in pallet.calls.values())
    return _pallet_enum(pallet, "Call", cases)


def event_type(pallet: Pallet) -> Enum[Any]:
    """The enum of a pallet's events."""
    cases = (_event(event) for event in pallet.events.values())
    return _pallet_enum(pallet, "Event", cases)


def error_type(pallet: Pallet) -> Enum[Any]:
    """The enum of a pallet's errors; each case carries the error's sentence as its docs."""
    cases = (_error(error) for error in pallet.errors.values())
    return _pallet_enum(pallet, "Error", cases)


def outer_call(pallets: Iterable[Pallet]) -> Enum[Any]:
    """`RuntimeCall`: a pallet's index, then one of its calls."""
    return _outer(
        "RuntimeCall",
        ((p, Alias(_CALLABLE.format(p.name), call_type(p))) for p in pallets if p.calls),
    )


def outer_event(pallets: Iterable[Pallet]) -> Enum[Any]:
    """`RuntimeEvent`: a pallet's index, then one of its events."""
    return _outer(
        "RuntimeEvent",
        ((p, Alias(_label(p, "Event"), event_type(p))) for p in pallets if p.events),
    )


def outer_error(pallets: Iterable[Pallet]) -> Enum[Any]:
    """`RuntimeError`: a pallet's index, then one of its errors."""
    return _outer(
        "RuntimeError",
        ((p, Alias(_label(p, "Error"), error_type(p))) for p in pallets if p.errors),
    )


def _pallet_enum(pallet: Pallet, kind: str, cases: Iterable[VariantOf]) -> Enum[Any]:
    path = (*pallet.crate.split("::"), "pallet", kind)
    return Enum(path, _params(pallet, kind), variants=tuple(cases))


def _params(pallet: Pallet, kind: str) -> tuple[tuple[str, None], ...]:
    if kind == "Event" and pallet.plain_events:
        return ()
    return (("T", None), ("I", None)) if pallet.instances else (("T", None),)


def _label(pallet: Pallet, kind: str) -> str:
    name = f"{pallet.crate.partition('::')[0]}::{kind}"
    return f"{name}<Runtime>" if _params(pallet, kind) else name


def _outer(name: str, inner: Iterable[tuple[Pallet, Type[Any]]]) -> Enum[Any]:
    cases = (VariantOf(p.index, p.name, (FieldOf(None, content),)) for p, content in inner)
    return Enum((_RUNTIME, name), variants=tuple(cases))


def _call(call: Call) -> VariantOf:
    fields = tuple(FieldOf(name, argument) for name, argument in call.args.items())
    return VariantOf(call.index, call.name, fields)


def _event(event: Event) -> VariantOf:
    return VariantOf(event.index, event.name, event.fields)


def _error(error: Error) -> VariantOf:
    return VariantOf(error.index, error.name, docs=error.docs)
