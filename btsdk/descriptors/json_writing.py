"""Decoded values of a chain's types as JSON, without loss; `json_reading` reads it back.

integers                    a number; from 2^53 on, which many readers round, its digits as text
AccountId32, MultiAddress   an ss58 address
[u8; N]                     hex with 0x
Vec<u8>                     its text if all of it is printable, otherwise hex
structs, tuples, lists      an object or a list
enums                       "Name", or {"Name": content}
Option                      null, or the value; inside another Option {"some": value}
RuntimeCall                 {"call": "Pallet.name", "args": {…}}
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from btsdk.keys import ss58
from btsdk.metadata.model import Call, as_call
from btsdk.scale import plan as p

if TYPE_CHECKING:
    from btsdk.metadata import Metadata
    from btsdk.scale.types import Field

EXACT = 1 << 53
"""Readers of JSON that hold numbers as doubles keep integers below this exactly."""


def to_json(metadata: Metadata, type_id: int, value: Any) -> Any:
    """A decoded value of a type as JSON."""
    return _JsonWriter(metadata).value(type_id, value)


def call_to_json(metadata: Metadata, call: Call) -> dict[str, Any]:
    """A decoded call as `{"call": "Pallet.name", "args": {…}}`."""
    return _JsonWriter(metadata).call(call)


def fields_to_json(
    metadata: Metadata, fields: Sequence[Field], names: Sequence[str], content: Any
) -> dict[str, Any]:
    """The decoded content of a case, such as an event, as an object by these names."""
    if not fields:
        return {}
    if fields[0].name is not None:
        values = [content[str(field.name)] for field in fields]
    else:
        values = [content] if len(fields) == 1 else list(content)
    writer = _JsonWriter(metadata)
    return {
        name: writer.value(field.type, value)
        for name, field, value in zip(names, fields, values, strict=True)
    }


def is_account(metadata: Metadata, type_id: int) -> bool:
    """Whether the type is that of an account's 32 bytes."""
    return metadata.registry.type(type_id).path[-1:] == ("AccountId32",)


def is_address(metadata: Metadata, type_id: int) -> bool:
    """Whether the type is `MultiAddress`, which may be an account."""
    return metadata.registry.type(type_id).path[-1:] == ("MultiAddress",)


class _JsonWriter:
    def __init__(self, metadata: Metadata) -> None:
        self._metadata = metadata
        self._registry = metadata.registry

    def value(self, type_id: int, value: Any) -> Any:
        if type_id == self._metadata.outer_call:
            return self.call(as_call(value))
        plan = self._registry.plan(type_id)
        match plan:
            case p.Int() | p.CompactInt():
                return value if type(value) is not int or abs(value) < EXACT else str(value)
            case p.Bytes(size):
                return self._bytes(type_id, size, value)
            case p.Row(types):
                return [self.value(*pair) for pair in zip(types, value, strict=True)]
            case p.Record(names, types):
                return self._record(names, types, value)
            case p.Items(inner, _):
                return [self.value(inner, item) for item in value]
            case p.Option(inner, nested):
                if nested and value is not None:
                    return {"some": self.value(inner, value.value)}
                return None if value is None else self.value(inner, value)
            case p.Enum():
                return self._case(type_id, plan, value)
            case p.Bits():
                return list(value)
            case p.EraByte():
                return value if isinstance(value, str) else {value[0]: list(value[1])}
        return value

    def call(self, call: Call) -> dict[str, Any]:
        fields = self._metadata.call(call.pallet, call.name).fields
        args = {
            str(field.name): self.value(field.type, call.args[str(field.name)]) for field in fields
        }
        return {"call": f"{call.pallet}.{call.name}", "args": args}

    def _bytes(self, type_id: int, size: int | None, value: bytes) -> str:
        if is_account(self._metadata, type_id):
            return ss58.encode(value)
        if size is None:
            text = value.decode(errors="replace")
            if text.isprintable() and text[:2] != "0x" and text.encode() == value:
                return text
        return "0x" + value.hex()

    def _record(self, names: tuple[str, ...], types: tuple[int, ...], value: Any) -> Any:
        pairs = zip(names, types, strict=True)
        return {name: self.value(type_id, value[name]) for name, type_id in pairs}

    def _case(self, type_id: int, plan: p.Enum, value: Any) -> Any:
        if isinstance(value, str):
            return value
        name, content = value
        if name == "Id" and is_address(self._metadata, type_id):
            return ss58.encode(content)
        payload = next(case.payload for case in plan.cases if case.name == name)
        if isinstance(payload, p.Record):
            return {name: self._record(payload.names, payload.types, content)}
        if len(payload.types) == 1:
            return {name: self.value(payload.types[0], content)}
        return {name: [self.value(*pair) for pair in zip(payload.types, content, strict=True)]}
