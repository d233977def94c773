"""JSON to dynamic SCALE values and back, by the types of a registry.

Input is read leniently: accounts as ss58 addresses or hex, field names in snake or camel case,
missing fields (they are zero), integers as numbers or text. Output has one form for each type:
bytes as hex, structs as objects with the chain's own names.
"""

from __future__ import annotations

import re
from typing import Any

from btsdk.errors import UsageError
from btsdk.keys import ss58
from btsdk.scale import plan as p
from btsdk.scale.primitives import Some
from btsdk.scale.registry import Registry

_ACCOUNT_BYTES = 32
_HEX = re.compile(r"0x([0-9a-fA-F]{2})*")


def from_json(registry: Registry, type_id: int, value: Any, where: str) -> Any:
    """The dynamic value of a JSON value; errors name it by `where`."""
    return _ValueReader(registry).value(type_id, value, where)


def to_json(value: Any) -> Any:
    """A decoded value as JSON."""
    if isinstance(value, bytes | bytearray):
        return "0x" + value.hex()
    if isinstance(value, Some):
        return {"some": to_json(value.value)}
    if isinstance(value, dict):
        return {name: to_json(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [to_json(item) for item in value]
    return value


def zero(registry: Registry, type_id: int) -> Any:
    """The value of a missing field: zero, empty, none, or the first case."""
    plan = registry.plan(type_id)
    match plan:
        case p.Int() | p.CompactInt():
            return 0
        case p.Bool():
            return False
        case p.Text() | p.Char():
            return "" if isinstance(plan, p.Text) else "\0"
        case p.Bytes(size):
            return bytes(size or 0)
        case p.Row(types):
            return tuple(zero(registry, inner) for inner in types)
        case p.Record(names, types):
            pairs = zip(names, types, strict=True)
            return {name: zero(registry, inner) for name, inner in pairs}
        case p.Items(inner, size):
            return [zero(registry, inner) for _ in range(size or 0)]
        case p.Option():
            return None
        case p.Enum(cases):
            first = cases[0]
            return first.name if first.bare else (first.name, _payload_zero(registry, first))
    raise UsageError(f"type {type_id} has no default; give a value")


def _payload_zero(registry: Registry, case: p.Choice) -> Any:
    payload = case.payload
    values = [zero(registry, inner) for inner in payload.types]
    if isinstance(payload, p.Record):
        return dict(zip(payload.names, values, strict=True))
    return values[0] if len(values) == 1 else tuple(values)


class _ValueReader:
    """Reads a JSON value by a type, recursively."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def value(self, type_id: int, value: Any, where: str) -> Any:
        plan = self._registry.plan(type_id)
        match plan:
            case p.Int() | p.CompactInt():
                return _integer(value, where)
            case p.Bytes(size):
                return _bytes(value, size, where)
            case p.Row(types):
                return self._row(types, value, where)
            case p.Record():
                return self._record(plan, value, where)
            case p.Items(inner, _):
                items = _list(value, where)
                return [self.value(inner, item, f"{where}[{i}]") for i, item in enumerate(items)]
            case p.Option(inner, nested):
                return self._option(inner, nested, value, where)
            case p.Enum():
                return self._enum(plan, value, where)
        return value

    def _row(self, types: tuple[int, ...], value: Any, where: str) -> Any:
        items = _list(value, where)
        if len(items) != len(types):
            raise UsageError(f"{where}: {len(types)} values expected, not {len(items)}")
        pairs = enumerate(zip(types, items, strict=True))
        return tuple(self.value(inner, item, f"{where}[{i}]") for i, (inner, item) in pairs)

    def _record(self, plan: p.Record, value: Any, where: str) -> Any:
        if not isinstance(value, dict):
            raise UsageError(f"{where}: expected an object with {', '.join(plan.names)}")
        given = {_snake(name): item for name, item in value.items()}
        known = {
            _snake(name): (name, inner) for name, inner in zip(plan.names, plan.types, strict=True)
        }
        strange = sorted(set(given) - set(known))
        if strange:
            raise UsageError(f"{where}: no field {strange[0]!r}; there are {', '.join(plan.names)}")
        return {
            name: self.value(inner, given[key], f"{where}.{name}")
            if key in given
            else zero(self._registry, inner)
            for key, (name, inner) in known.items()
        }

    def _option(self, inner: int, nested: bool, value: Any, where: str) -> Any:
        if value is None:
            return None
        if nested:
            content = value.get("some") if isinstance(value, dict) else value
            return Some(self.value(inner, content, where))
        return self.value(inner, value, where)

    def _enum(self, plan: p.Enum, value: Any, where: str) -> Any:
        name, content = _case(value, where)
        for case in plan.cases:
            if case.name.lower() == name.lower():
                break
        else:
            names = ", ".join(case.name for case in plan.cases)
            raise UsageError(f"{where}: no case {name!r}; there are {names}")
        if case.bare:
            return case.name
        payload = case.payload
        if isinstance(payload, p.Record):
            return case.name, self._record(payload, content, f"{where}.{case.name}")
        if len(payload.types) == 1:
            return case.name, self.value(payload.types[0], content, f"{where}.{case.name}")
        return case.name, self._row(payload.types, content, f"{where}.{case.name}")


def _integer(value: Any, where: str) -> int:
    """A number, or its digits as text, in hex with `0x`."""
    if type(value) is int:
        return value
    if isinstance(value, str):
        try:
            return int(value.replace(",", ""), 0)
        except ValueError:
            pass
    raise UsageError(f"{where}: {value!r} is not a whole number")


def _bytes(value: Any, size: int | None, where: str) -> bytes:
    """Hex with `0x`; an ss58 address for 32 bytes; any other text for bytes of any length."""
    if not isinstance(value, str):
        raise UsageError(f"{where}: expected bytes, as text")
    if _HEX.fullmatch(value):
        data = bytes.fromhex(value[2:])
    elif size == _ACCOUNT_BYTES:
        data = ss58.decode(value, None)
    else:
        data = value.encode()
    if size is not None and len(data) != size:
        raise UsageError(f"{where}: {size} bytes expected, not {len(data)}")
    return data


def _list(value: Any, where: str) -> list[Any]:
    if not isinstance(value, list | tuple):
        raise UsageError(f"{where}: expected a list")
    return list(value)


def _case(value: Any, where: str) -> tuple[str, Any]:
    """`"Name"`, `{"Name": content}` or `["Name", content]`."""
    if isinstance(value, str):
        return value, None
    if isinstance(value, dict) and len(value) == 1:
        return next(iter(value.items()))
    if isinstance(value, list | tuple) and len(value) == 2 and isinstance(value[0], str):
        return value[0], value[1]
    raise UsageError(f"{where}: expected the name of a case, or an object with one name")


def _snake(name: str) -> str:
    """Converts `maxAllowedUids` to `max_allowed_uids`."""
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", name).lower()
