"""Rows: values of one fixed width that stand one after another, read in one pass.

The entries of most storage maps are such rows. A row may have gaps, bytes that are skipped, such as
the hash in front of a key. Only types whose every byte string of that width is unpacked without a
decision are rows: no sequences, options or enums with content.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from btsdk.scale.read_body import ReadBody
from btsdk.scale.reader import Reader
from btsdk.scale.targets import untargeted


class Rows(NamedTuple):
    """`read` takes whole rows of `size` bytes, and returns a list of their values; its errors are
    those of `READ_FAULTS`, and `DecodeError`."""

    size: int
    read: Callable[[bytes], list[Any]]


class Column(NamedTuple):
    """A value of a row; `gap` bytes in front of it are skipped."""

    gap: int
    type: int


def rows_of_type(reader: Reader, type_id: int) -> Rows | None:
    """Rows of one value each; None if the type is not of fixed width."""
    body = ReadBody(reader, None)
    return _rows(reader, body, body.value(type_id, untargeted()))


def rows_of_columns(reader: Reader, columns: Sequence[Column]) -> Rows | None:
    """Rows that are tuples of several values; None if a type is not of fixed width."""
    body = ReadBody(reader, None)
    values = []
    for column in columns:
        if column.gap:
            body.gap(column.gap)
        values.append(body.value(column.type, untargeted()))
    return _rows(reader, body, f"({''.join(f'{value}, ' for value in values)})")


def _rows(reader: Reader, body: ReadBody, expression: str) -> Rows | None:
    if body.lines or not body.run:
        return None
    shape, codes, names = body.take_run()
    rows = reader.linker.constant("rows", shape.iter_unpack, codes)
    if expression == f"({''.join(f'{name}, ' for name in names)})":
        return Rows(shape.size, lambda data: list(shape.iter_unpack(data)))
    name = reader.linker.fresh("read_rows")
    source = f"return [{expression} for {', '.join(names)}, in {rows}(data)]"
    return Rows(shape.size, reader.linker.define(name, f"def {name}(data):\n    {source}"))
