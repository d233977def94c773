"""Values of a chain as text: one value, a structure as facts, entries of a map as a table."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from btcli.render.blocks import Facts, Line, Table
from btcli.terminal.block import Block


def value_text(value: Any) -> str:
    """A JSON value in one line; text and numbers without quotes."""
    if isinstance(value, str):
        return value if value.strip() == value and value else repr(value)
    return "none" if value is None else json.dumps(value, ensure_ascii=False)


def value_block(title: str, value: Any) -> Block:
    """A value: a structure with a line for each field."""
    if isinstance(value, dict) and value:
        rows = [(name, value_text(field)) for name, field in _flat(value).items()]
        return Facts(rows, title=title)
    return Line(value_text(value))


def entries_table(
    title: str, keys: Sequence[str], entries: Sequence[tuple[Sequence[Any], Any]]
) -> Table:
    """Entries of a map. Structures of the same fields have a column for each of them."""
    entries = [(given, _flat(value)) for given, value in entries]
    fields = _shared_fields([value for _, value in entries])
    rows = [
        [
            *(value_text(key) for key in given),
            *([value_text(value[name]) for name in fields] if fields else [value_text(value)]),
        ]
        for given, value in entries
    ]
    columns = [*keys, *(fields or ("value",))]
    numbers = frozenset(
        name
        for place, name in enumerate(columns)
        if rows and all(_is_number(row[place]) for row in rows)
    )
    return Table(columns, rows, title=title, right=numbers, spare=tuple(fields), empty="no entries")


def _flat(value: Any, prefix: str = "") -> Any:
    """A structure with the fields of the structures in it, such as `data.free`."""
    if not isinstance(value, dict) or not value:
        return value
    found: dict[str, Any] = {}
    for name, field in value.items():
        inner = _flat(field, f"{prefix}{name}.")
        if isinstance(inner, dict) and inner:
            found |= inner
        else:
            found[prefix + name] = inner
    return found


def _shared_fields(values: Sequence[Any]) -> tuple[str, ...]:
    if not values or not all(isinstance(value, dict) and value for value in values):
        return ()
    first = tuple(values[0])
    return first if all(tuple(value) == first for value in values) else ()


def _is_number(text: str) -> bool:
    return text.lstrip("-").isdecimal()
