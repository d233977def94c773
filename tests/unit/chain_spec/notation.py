"""The type notation of the referee's interface table, compared with our type expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from chain_spec.types.expression import (
    Alias,
    ArrayOf,
    Collection,
    CompactOf,
    Enum,
    FieldOf,
    Fixed,
    OptionOf,
    Outer,
    Primitive,
    SequenceOf,
    Struct,
    TupleOf,
    Type,
)

_GENERIC = re.compile(r"(\w+)<(.*)>")


def split(text: str) -> list[str]:
    """The parts of a list between commas that are inside no brackets."""
    parts, depth, part = [], 0, ""
    for char in text:
        depth += (char in "<([") - (char in ">)]")
        if char == "," and depth == 0:
            parts.append(part.strip())
            part = ""
        else:
            part += char
    return [*parts, part.strip()] if part.strip() else parts


def aliases(expression: Type[Any]) -> Iterator[str]:
    """The names under which an expression is declared, from the outside in."""
    while isinstance(expression, Alias):
        yield expression.name
        expression = expression.target


class Notation:
    """Compares types written in the table's notation with expressions, and notes what it met."""

    def __init__(self, types: dict[str, Any]) -> None:
        self.types = types
        self.met: dict[str, Type[Any]] = {}

    def differs(self, text: str, ours: Type[Any]) -> str | None:
        """What is different, or None."""
        text = text.strip()
        if text in self.types:
            return self._named(text, ours)
        target = ours.resolve()
        generic = _GENERIC.fullmatch(text)
        if generic:
            return self._generic(generic[1], split(generic[2]), target)
        if text.startswith("["):
            item, length = text[1:-1].rsplit(";", 1)
            if not isinstance(target, ArrayOf) or target.length != int(length):
                return f"{text} is {target!r}"
            return self.differs(item, target.item)
        if text.startswith("("):
            return self._all(text, split(text[1:-1]), target)
        if not isinstance(target, Primitive) or target.name != text:
            return f"{text} is {target!r}"
        return None

    def fields(self, theirs: list[list[Any]], ours: tuple[FieldOf, ...]) -> str | None:
        """What is different between two lists of fields."""
        if [name for name, _ in theirs] != [field.name for field in ours]:
            return f"fields {[name for name, _ in theirs]} are {[field.name for field in ours]}"
        for (name, text), field in zip(theirs, ours, strict=True):
            if found := self.differs(text, field.type):
                return f"{name}: {found}"
        return None

    def _all(self, text: str, items: list[str], target: Type[Any]) -> str | None:
        if not isinstance(target, TupleOf) or len(target.items) != len(items):
            return f"{text} is {target!r}"
        found = (self.differs(i, o) for i, o in zip(items, target.items, strict=True))
        return next((difference for difference in found if difference), None)

    def _generic(self, kind: str, items: list[str], target: Type[Any]) -> str | None:
        inner = _inside(target) if _kind(target) == kind else None
        if inner is None:
            return f"{kind}<{', '.join(items)}> is {target!r}"
        return self._all(kind, items, TupleOf(inner))

    def _named(self, name: str, ours: Type[Any]) -> str | None:
        definition = self.types[name]
        if "alias" in definition:
            if name not in aliases(ours):
                return f"{name} is {ours!r}"
            first = name not in self.met
            self.met[name] = ours
            return self.differs(definition["alias"], ours.resolve()) if first else None
        target = ours.resolve()
        if name in self.met:
            return None if self.met[name] is target else self._definition(name, target)
        self.met[name] = target
        return self._definition(name, target)

    def _definition(self, name: str, target: Type[Any]) -> str | None:
        definition = self.types[name]
        if "fixed" in definition:
            return self._fixed(name, definition["fixed"], target)
        if "runtime" in definition:
            matches = isinstance(target, Outer) and target.kind == definition["runtime"]
            return None if matches else f"{name} is {target!r}"
        if "struct" in definition:
            if not isinstance(target, Struct):
                return f"{name} is {target!r}"
            found = self.fields(definition["struct"], target.fields)
            return f"{name}.{found}" if found else None
        return self._enum(name, definition["enum"], target)

    def _fixed(self, name: str, theirs: dict[str, Any], target: Type[Any]) -> str | None:
        if not isinstance(target, Fixed):
            return f"{name} is {target!r}"
        bits = f"{'i' if target.signed else 'u'}{target.width}"
        ours = {
            "signed": target.signed,
            "int_bits": target.int_bits,
            "frac_bits": target.frac_bits,
            "bits": bits,
        }
        return None if ours == theirs else f"{name} is {ours}"

    def _enum(self, name: str, theirs: list[Any], target: Type[Any]) -> str | None:
        if not isinstance(target, Enum):
            return f"{name} is {target!r}"
        ours = [(case.index, case.name) for case in target.variants]
        if ours != [(index, case) for index, case, _ in theirs]:
            return f"{name} has the cases {ours}"
        for (_, case, fields), declared in zip(theirs, target.variants, strict=True):
            if found := self.fields(fields, declared.fields):
                return f"{name}.{case}.{found}"
        return None


def _kind(target: Type[Any]) -> str | None:
    if isinstance(target, Collection):
        return target.kind
    if isinstance(target, Enum) and target.path == ("Result",):
        return "Result"
    return {CompactOf: "Compact", OptionOf: "Option", SequenceOf: "Vec"}.get(type(target))


def _inside(target: Type[Any]) -> tuple[Type[Any], ...]:
    if isinstance(target, Collection):
        return target.items
    if isinstance(target, Enum):
        return tuple(case.fields[0].type for case in target.variants)
    if isinstance(target, SequenceOf):
        return (target.item,)
    assert isinstance(target, (CompactOf, OptionOf))
    return (target.inner,)


def bounds(expression: Type[Any]) -> list[int]:
    """The bounds of the vectors in an expression, in order, not looking into named types."""
    target = expression.resolve()
    if isinstance(target, Collection):
        own = [] if target.bound is None else [target.bound]
        return own + [bound for item in target.items for bound in bounds(item)]
    if isinstance(target, TupleOf):
        return [bound for item in target.items for bound in bounds(item)]
    if isinstance(target, (OptionOf, CompactOf)):
        return bounds(target.inner)
    if isinstance(target, (SequenceOf, ArrayOf)):
        return bounds(target.item)
    return []
