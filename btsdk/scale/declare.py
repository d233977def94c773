"""Registries written by hand, for formats that no metadata describes, such as metadata itself."""

from __future__ import annotations

from btsdk.scale.registry import Registry
from btsdk.scale.types import (
    Array,
    Case,
    Compact,
    Composite,
    Definition,
    Field,
    Primitive,
    Sequence,
    Tuple,
    Type,
    Variant,
)


class Declaration:
    """A registry builder; every method returns the id of the type that it declares."""

    def __init__(self) -> None:
        self._ids: dict[tuple[tuple[str, ...], Definition], int] = {}

    def registry(self) -> Registry:
        """The registry of all types declared so far."""
        return Registry(
            Type(type_id, path, (), definition) for (path, definition), type_id in self._ids.items()
        )

    def primitive(self, name: str) -> int:
        return self._add(Primitive(name))

    def compact(self, name: str) -> int:
        return self._add(Compact(self.primitive(name)))

    def sequence(self, item: int) -> int:
        return self._add(Sequence(item))

    def array(self, size: int, item: int) -> int:
        return self._add(Array(size, item))

    def pair(self, first: int, second: int) -> int:
        return self._add(Tuple((first, second)))

    def option(self, content: int) -> int:
        cases = (Case("None", (), 0), Case("Some", (Field(None, content),), 1))
        return self._add(Variant(cases), ("Option",))

    def struct(self, name: str, /, **fields: int) -> int:
        named = tuple(Field(field, type_id) for field, type_id in fields.items())
        return self._add(Composite(named), (name,))

    def enum(self, name: str, /, **cases: int | None) -> int:
        """An enum; cases are in the order of their indices, None for a case without content."""
        described = (
            Case(case, () if content is None else (Field(None, content),), index)
            for index, (case, content) in enumerate(cases.items())
        )
        return self._add(Variant(tuple(described)), (name,))

    def _add(self, definition: Definition, path: tuple[str, ...] = ()) -> int:
        return self._ids.setdefault((path, definition), len(self._ids))
