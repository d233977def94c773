"""The tables of JSON results in `docs/cli.md`, written from the `TypedDict` that commands declare.

`python -m tests.cli.reference` writes them; `test_shapes.py` compares them.
"""

from __future__ import annotations

import importlib
import re
import types
from collections.abc import Iterator
from pathlib import Path
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

from btcli.catalogue import every_command

DOCS = Path(__file__).resolve().parent.parent.parent / "docs" / "cli.md"
BEGIN, END = "<!-- results: written by `make generate` -->", "<!-- end of results -->"
_UNIONS = (Union, types.UnionType)


def declarations() -> dict[str, Any]:
    """The declared result of each command, by the command's name; a command that only asks has
    none."""
    found = {
        group.path(verb): importlib.import_module(group.module(verb)).run.data
        for group, verb in every_command()
    }
    return {name: data for name, data in found.items() if data is not None}


def problems(value: Any, declared: Any, place: str = "data") -> list[str]:
    """Where a value is not as declared."""
    return list(_problems(value, declared, place))


def _problems(value: Any, declared: Any, place: str) -> Iterator[str]:
    origin, args = get_origin(declared), get_args(declared)
    if origin is Annotated:
        yield from _problems(value, args[0], place)
    elif origin in _UNIONS:
        fitting = [one for one in args if value is None or one is not type(None)]
        tried = [problems(value, one, place) for one in fitting]
        if all(tried):
            yield from min(tried, key=len)
    elif is_typeddict(declared):
        yield from _object_problems(value, declared, place)
    elif origin is list and isinstance(value, list):
        for index, item in enumerate(value):
            yield from _problems(item, args[0], f"{place}[{index}]")
    elif origin is dict and isinstance(value, dict):
        for key, item in value.items():
            yield from _problems(item, args[1], f"{place}.{key}")
    elif origin is Literal:
        if value not in args:
            yield f"{place} is {value!r}"
    elif declared is not Any and type(value) is not declared:
        yield f"{place} is {value!r}, not {declared}"


def _object_problems(value: Any, declared: Any, place: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{place} is {value!r}, not an object"
        return
    fields = get_type_hints(declared, include_extras=True)
    yield from (f"{place}.{key} is not declared" for key in value if key not in fields)
    yield from (f"{place}.{key} is missing" for key in declared.__required_keys__ - set(value))
    for key, kind in fields.items():
        if key in value:
            yield from _problems(value[key], kind, f"{place}.{key}")


def tables() -> str:
    """The table of commands, and that of the objects in their results."""
    found = declarations()
    objects: dict[str, Any] = {}
    for declared in found.values():
        _collect(declared, objects)
    commands = [f"| `{name}` | {_fields(declared)} |" for name, declared in found.items()]
    rows = [f"| {name} | {_fields(objects[name])} |" for name in sorted(objects)]
    return "\n".join(
        [
            "| command | fields of `data` |", "|---|---|", *commands, "",
            "| object | fields |", "|---|---|", *rows,
        ]
    )  # fmt: skip


def _collect(declared: Any, objects: dict[str, Any]) -> None:
    """Add the objects inside a declaration."""
    kinds = get_type_hints(declared, include_extras=True).values() if is_typeddict(declared) else ()
    for kind in (*kinds, *get_args(declared)):
        if is_typeddict(kind):
            objects[_name(kind)] = kind
        _collect(kind, objects)


def _fields(declared: Any) -> str:
    hints = get_type_hints(declared, include_extras=True)
    return ", ".join(_field(key, kind) for key, kind in hints.items())


def _field(key: str, kind: Any) -> str:
    remarks = []
    if get_origin(kind) is Annotated:
        kind, *remarks = get_args(kind)
    shown = _kind(kind)
    if any("null" in remark for remark in remarks):  # it says when
        shown = shown.removesuffix("null").removesuffix(" or ")
    elif shown == "null":
        shown = "may be null"
    notes = "; ".join(note for note in (shown, *remarks) if note)
    return f"`{key}` ({notes})" if notes else f"`{key}`"


def _kind(kind: Any) -> str:
    """What the field's name does not say: which object, how many, whether it may be null."""
    if get_origin(kind) in _UNIONS:
        named = [_kind(one) or "" for one in get_args(kind)]
        return " or ".join(name for name in named if name)
    if kind is type(None):
        return "null"
    if get_origin(kind) is list:
        return f"list of {_kind(get_args(kind)[0])}".removesuffix(" of ")
    return _name(kind) if is_typeddict(kind) else ""


def _name(kind: Any) -> str:
    words = re.findall("[A-Z][a-z0-9]*", kind.__name__.removesuffix("Document"))
    return f"*{' '.join(words).lower()}*"


def documented() -> str:
    """The tables that the docs have now."""
    return DOCS.read_text().split(BEGIN)[1].split(END)[0].strip()


def main() -> None:
    """Write the tables into the docs."""
    before, rest = DOCS.read_text().split(BEGIN)
    after = rest.split(END)[1]
    DOCS.write_text(f"{before}{BEGIN}\n\n{tables()}\n\n{END}{after}")


if __name__ == "__main__":
    main()
