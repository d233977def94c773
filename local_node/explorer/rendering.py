"""Decoded SCALE values as typed JSON, so that a page can show them.

Booleans, null, text, lists, and integers of up to 32 bits are JSON's own. Anything else is an
object with one of these names:

    {"account": "5Grw…"}                      an account, also out of a MultiAddress
    {"tao": "1500000000"}, {"alpha": "…"}     an amount of rao, as the declaration's types say
    {"int": "18446744073709551615"}           a wider integer; fixed point as its raw bits
    {"bytes": "0x…", "length": 3, "text": …}  bytes, cut after 512; text where they are printable
    {"struct": [["name", value], …]}          fields in their order
    {"variant": "Id", "value": …}             a case of an enum; no value where it has no fields
    {"call": {"pallet", "name", "args"}}      a call, args as the fields of a struct
    {"error": "Balances.InsufficientBalance", "docs": …}      why a dispatch failed
    {"more": 12}                              so many items, or levels, are omitted here
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from btsdk.errors import IncompatibleItem
from btsdk.keys import ss58
from btsdk.metadata import Metadata
from btsdk.scale import plan as p
from btsdk.scale.primitives import Some
from btsdk.scale.types import Composite, Field, Variant
from chain_spec.event_labels import event_labels

Shown = Any
"""A JSON value in the forms above."""

SHOWN_BYTES = 512
SHOWN_ITEMS = 256
DEEPEST = 24
"""The depth limit of calls within calls and of other nested values."""

_PLAIN_INT = (1 << 32) - 1


class Rendering:
    """Renders values of one runtime."""

    def __init__(self, metadata: Metadata) -> None:
        self._metadata = metadata
        self._registry = metadata.registry

    def call(self, pallet: str, name: str, args: Any, depth: int = 0) -> dict[str, Any]:
        """A call with its arguments in the declared order."""
        declared = self._metadata.call(pallet, name).fields
        return {"pallet": pallet, "name": name, "args": self._fields(declared, args, depth)}

    def event(self, pallet: str, name: str, fields: Any) -> dict[str, Any]:
        """An event; fields without a name have the declaration's label, or go by their type."""
        declared = self._metadata.pallet(pallet).events[name].fields
        shown = self._fields(declared, fields, 0)
        labels = event_labels(pallet, name)
        if len(labels) == len(declared) and not any(field.name for field in declared):
            shown = [[label, value] for label, (_, value) in zip(labels, shown, strict=True)]
        return {"pallet": pallet, "name": name, "fields": shown}

    def error(self, value: Any) -> dict[str, Any]:
        """A `DispatchError`: a pallet's error by name, any other as it is."""
        match value:
            case ("Module", {"index": int(pallet), "error": bytes(code)}):
                try:
                    found = self._metadata.error(pallet, code)
                except IncompatibleItem:
                    return {"error": f"error {code[0]} of pallet {pallet}", "docs": ""}
                return {"error": f"{found.pallet}.{found.name}", "docs": found.docs}
            case (str(kind), str(detail)):
                return {"error": f"{kind}.{detail}", "docs": ""}
        return {"error": str(value[0] if isinstance(value, tuple) else value), "docs": ""}

    def _fields(self, declared: Sequence[Field], given: Any, depth: int) -> list[list[Any]]:
        if not declared:
            return []
        if isinstance(given, dict):
            values = [given[field.name] for field in declared]
        else:
            values = [given] if len(declared) == 1 else list(given)
        return [
            [field.name or field.type_name or str(at), self._field(field, value, depth)]
            for at, (field, value) in enumerate(zip(declared, values, strict=True))
        ]

    def _field(self, field: Field, value: Any, depth: int) -> Shown:
        return self._value(field.type, value, _unit(field.type_name or ""), depth + 1)

    def _value(self, type_id: int, value: Any, unit: str | None, depth: int) -> Shown:
        if depth > DEEPEST:
            return {"more": 1}
        if type_id == self._metadata.outer_call:
            pallet, inner = value
            name, args = (inner, {}) if isinstance(inner, str) else inner
            return {"call": self.call(pallet, name, args, depth)}
        path = self._registry.type(type_id).path[-1:]
        if path == ("AccountId32",):
            return {"account": ss58.encode(value)}
        if path == ("DispatchError",):
            return self.error(value)
        return self._planned(type_id, value, unit, depth)

    def _planned(self, type_id: int, value: Any, unit: str | None, depth: int) -> Shown:
        match self._registry.plan(type_id):
            case p.Int() | p.CompactInt() as plan:
                return _integer(plan, value, unit)
            case p.Bytes(size):
                return _bytes(value, size is None)
            case p.Row(types):
                return [
                    self._value(inner, item, unit, depth + 1)
                    for inner, item in zip(types, value, strict=True)
                ]
            case p.Record():
                declared = self._registry.type(self._registry.planner.inner(type_id)).definition
                assert isinstance(declared, Composite)
                return {"struct": self._fields(declared.fields, value, depth)}
            case p.Items(inner, _):
                return self._items(inner, value, unit, depth)
            case p.Option(inner, _):
                value = value.value if isinstance(value, Some) else value
                return None if value is None else self._value(inner, value, unit, depth + 1)
            case p.Enum():
                return self._variant(type_id, value, depth)
            case p.EraByte():
                return {"variant": value if isinstance(value, str) else value[0]}
        return list(value) if isinstance(value, tuple) else value  # bits, bool, text

    def _items(self, inner: int, value: Sequence[Any], unit: str | None, depth: int) -> Shown:
        shown = [self._value(inner, item, unit, depth + 1) for item in value[:SHOWN_ITEMS]]
        rest = len(value) - len(shown)
        return [*shown, {"more": rest}] if rest else shown

    def _variant(self, type_id: int, value: Any, depth: int) -> Shown:
        if isinstance(value, str):
            return {"variant": value}
        name, content = value
        entry = self._registry.type(self._registry.planner.inner(type_id))
        assert isinstance(entry.definition, Variant)
        fields = next(case.fields for case in entry.definition.variants if case.name == name)
        if isinstance(content, dict):
            return {"variant": name, "value": {"struct": self._fields(fields, content, depth)}}
        shown = [item for _, item in self._fields(fields, content, depth)]
        if entry.path[-1:] == ("MultiAddress",) and name == "Id":
            return shown[0]
        return {"variant": name, "value": shown[0] if len(shown) == 1 else shown}


def _unit(type_name: str) -> str | None:
    """The unit of the amounts in a field, from its type name in the pallet's source."""
    if "AlphaBalance" in type_name:
        return "alpha"
    return "tao" if "Balance" in type_name else None


def _integer(plan: p.Int | p.CompactInt, value: int, unit: str | None) -> Shown:
    if unit is not None:
        return {unit: str(value)}
    most = plan.most or 0
    return value if most <= _PLAIN_INT else {"int": str(value)}


def _bytes(value: bytes, may_be_text: bool) -> Shown:
    shown = {"bytes": "0x" + value[:SHOWN_BYTES].hex(), "length": len(value)}
    if may_be_text and value and len(value) <= SHOWN_BYTES:
        try:
            text = value.decode()
        except UnicodeDecodeError:
            return shown
        if text.isprintable():
            return shown | {"text": text}
    return shown
