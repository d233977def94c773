"""Calls with all of their arguments, as rows of facts: nothing is left out or shortened."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from btsdk.descriptors.outputs import money_of
from btsdk.units import Tao

if TYPE_CHECKING:
    from btsdk.metadata import Metadata

_STEP = "  "
Names = Mapping[str, str]
"""The names of accounts, by address."""


def call_rows(
    metadata: Metadata, call: Mapping[str, Any], names: Names, label: str = "call"
) -> Iterator[tuple[str, str]]:
    """The rows of a call in the form of `json_writing`: its name, then each argument; calls inside
    it are indented below."""
    yield label, call["call"]
    pallet, _, name = call["call"].partition(".")
    indent = " " * (len(label) - len(label.lstrip())) + _STEP
    fields = {str(field.name): field.type_name for field in metadata.call(pallet, name).fields}
    for argument, value in call["args"].items():
        is_tao = money_of(fields[argument]) is Tao
        yield from _rows(metadata, value, names, indent + argument, is_tao=is_tao)


def _rows(
    metadata: Metadata, value: Any, names: Names, label: str, *, is_tao: bool = False
) -> Iterator[tuple[str, str]]:
    if _is_call(value):
        yield from call_rows(metadata, value, names, label)
    elif isinstance(value, list) and any(_is_call(one) for one in value):
        for place, one in enumerate(value):
            yield from _rows(metadata, one, names, f"{label}[{place}]")
    elif is_tao and value is not None:
        yield label, f"{Tao.from_rao(int(value)):,}"
    else:
        yield label, _text(value, names)


def _is_call(value: Any) -> bool:
    return isinstance(value, dict) and set(value) == {"call", "args"}


def _text(value: Any, names: Names) -> str:
    if isinstance(value, str):
        name = names.get(value)
        shown = value if value.isprintable() and value.strip() == value and value else repr(value)
        return f"{shown} ({name})" if name else shown
    return json.dumps(value, ensure_ascii=False)
