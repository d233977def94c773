"""The JSON schema (draft 2020-12) of a result that is declared as a `TypedDict`."""

from __future__ import annotations

import types
from typing import (
    Annotated,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_PLAIN = {str: "string", int: "integer", bool: "boolean", float: "number", type(None): "null"}


def schema(declared: Any, title: str) -> dict[str, Any]:
    """The schema of a declared object; the objects in it are below `$defs`."""
    definitions: dict[str, Any] = {}
    found = {"$schema": DIALECT, "title": title, **_object(declared, definitions)}
    return found | ({"$defs": dict(sorted(definitions.items()))} if definitions else {})


def _object(declared: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    fields = get_type_hints(declared, include_extras=True)
    text = " ".join((declared.__doc__ or "").split())
    return ({"description": text} if text else {}) | {
        "type": "object",
        "properties": {name: _kind(kind, definitions) for name, kind in fields.items()},
        "required": sorted(declared.__required_keys__),
        "additionalProperties": False,
    }


def _kind(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        remarks = "; ".join(remark for remark in args[1:] if isinstance(remark, str))
        return _kind(args[0], definitions) | {"description": remarks}
    if origin in (Union, types.UnionType):
        return {"anyOf": [_kind(one, definitions) for one in args]}
    if origin is list:
        return {"type": "array", "items": _kind(args[0], definitions)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _kind(args[1], definitions)}
    if origin is Literal:
        return {"enum": list(args)}
    if is_typeddict(kind):
        return _reference(kind, definitions)
    if kind in _PLAIN:
        return {"type": _PLAIN[kind]}
    if kind is Any:
        return {}
    raise TypeError(f"{kind} is not a type of JSON results")


def _reference(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    name = kind.__name__.removesuffix("Document")
    if name not in definitions:
        definitions[name] = {}  # an object may contain itself
        definitions[name] = _object(kind, definitions)
    return {"$ref": f"#/$defs/{name}"}
