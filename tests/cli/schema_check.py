"""Whether a JSON value is of a schema, for the keywords that `btcli.json_schema` writes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_TYPES: dict[str, Any] = {
    "string": str, "integer": int, "boolean": bool, "number": (int, float), "null": type(None),
    "array": list, "object": dict,
}  # fmt: skip
KEYWORDS = {
    "$schema", "$defs", "$ref", "title", "description", "type", "properties", "required",
    "additionalProperties", "items", "anyOf", "enum",
}  # fmt: skip


def schema_problems(value: Any, schema: dict[str, Any]) -> list[str]:
    """Where a value is not of the schema."""
    return list(_problems(value, schema, schema.get("$defs", {}), "data"))


def _problems(value: Any, schema: Any, defined: dict[str, Any], place: str) -> Iterator[str]:
    assert set(schema) <= KEYWORDS
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/$defs/")
        yield from _problems(value, defined[name], defined, place)
    if "anyOf" in schema:
        tried = [list(_problems(value, one, defined, place)) for one in schema["anyOf"]]
        if all(tried):
            yield from min(tried, key=len)
    if "enum" in schema and value not in schema["enum"]:
        yield f"{place} is {value!r}"
    if "type" in schema:
        kind = _TYPES[schema["type"]]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            yield f"{place} is {value!r}, not {schema['type']}"
            return
    if isinstance(value, list) and "items" in schema:
        for index, item in enumerate(value):
            yield from _problems(item, schema["items"], defined, f"{place}[{index}]")
    if isinstance(value, dict) and "additionalProperties" in schema:
        yield from _object_problems(value, schema, defined, place)


def _object_problems(
    value: dict[str, Any], schema: dict[str, Any], defined: dict[str, Any], place: str
) -> Iterator[str]:
    known, others = schema.get("properties", {}), schema["additionalProperties"]
    yield from (
        f"{place}.{name} is missing" for name in schema.get("required", []) if name not in value
    )
    for name, item in value.items():
        if name in known:
            yield from _problems(item, known[name], defined, f"{place}.{name}")
        elif others is False:
            yield f"{place}.{name} is not in the schema"
        else:
            yield from _problems(item, others, defined, f"{place}.{name}")
