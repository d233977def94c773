"""Targets: the plain Python shapes or classes that decoded values are built as.

A target is read from a type hint. Dataclasses, named tuples and `Frozen` classes take the fields of
a struct by name (`from_` stands for `from`), `list[X]` and `tuple[X, ...]` the items of a sequence,
`X | None` the content of an option, an `enum.Enum` the bare cases of an enum by name, a union of
classes the cases of an enum by class name. A class with a `from_scale(value)` is given the plain
value. All other hints (`int`, `bytes`, `Any`, …) leave the plain value as it is.
"""

from __future__ import annotations

import enum
import functools
import types
import typing
from typing import Any

from btsdk.errors import UsageError
from btsdk.frozen import Frozen
from btsdk.scale.linker import Linker
from btsdk.scale.values import dataclass_arguments


class Target:
    """The target of one place in a value; the base class is the plain shape.

    There is one object for each hint, so targets are compared by identity.
    """

    def content(self) -> Target:
        """The target of what an option holds."""
        return self

    def item(self) -> Target:
        """The target of a sequence's items."""
        return _PLAIN

    def only(self) -> Target:
        """The target of the single value that a class wraps."""
        return _PLAIN

    def parts(self, names: tuple[str, ...] | None, count: int) -> list[Target]:
        """The targets of a struct's fields (named) or of a tuple's places."""
        return [_PLAIN] * count

    def case(self, name: str) -> ClassTarget | None:
        """The target of an enum's case."""
        return None

    def bare(self, name: str) -> Any:
        """The value of an enum's case without content."""
        return name

    def wrapped(self, linker: Linker, expression: str) -> str:
        return expression

    def built(self, linker: Linker, names: tuple[str, ...] | None, values: list[str]) -> str:
        """The expression of a struct or tuple made of values."""
        if names is not None:
            return "{" + ", ".join(f"{n!r}: {v}" for n, v in zip(names, values, strict=True)) + "}"
        return f"({', '.join(values)}{',' * (len(values) == 1)})"

    def sequence(self, expression: str, made: str, kind: str) -> str:
        """The expression that converts a list or tuple to `kind`."""
        return expression if made == kind else f"{kind}({expression})"


_PLAIN = Target()


class ContentTarget(Target):
    """`X | None`; without an option it stands for X."""

    def __init__(self, inside: Target) -> None:
        self.inside = inside

    def content(self) -> Target:
        return self.inside


class SequenceTarget(Target):
    """`list[X]` or `tuple[X, ...]`."""

    def __init__(self, items: Target, kind: str) -> None:
        self.items = items
        self.kind = kind

    def item(self) -> Target:
        return self.items

    def sequence(self, expression: str, made: str, kind: str) -> str:
        return super().sequence(expression, made, self.kind)


class TupleTarget(Target):
    """`tuple[A, B]`."""

    def __init__(self, places: tuple[Target, ...]) -> None:
        self.places = places

    def parts(self, names: tuple[str, ...] | None, count: int) -> list[Target]:
        if names is not None or count != len(self.places):
            raise UsageError(f"a tuple of {len(self.places)} cannot hold {names or count} values")
        return list(self.places)


class ScaledTarget(Target):
    """A class with `from_scale`."""

    def __init__(self, cls: Any) -> None:
        self.cls = cls

    def wrapped(self, linker: Linker, expression: str) -> str:
        return f"{linker.constant('make', self.cls.from_scale, self.cls)}({expression})"


class EnumTarget(Target):
    """An `enum.Enum`, by the names of its members."""

    def __init__(self, cls: type[enum.Enum]) -> None:
        self.cls = cls

    def bare(self, name: str) -> Any:
        try:
            return self.cls[name]
        except KeyError:
            raise UsageError(f"{self.cls.__name__} has no member {name}") from None


class UnionTarget(Target):
    """A union of classes, each the case of an enum that has its name."""

    def __init__(self, classes: tuple[type, ...]) -> None:
        self.classes = classes

    def case(self, name: str) -> ClassTarget | None:
        for cls in self.classes:
            if cls.__name__ == name:
                return typing.cast(ClassTarget, target_of(cls))
        raise UsageError(f"no class of the union is named {name}")

    def bare(self, name: str) -> Any:
        return typing.cast(ClassTarget, self.case(name)).cls()


class ClassTarget(Target):
    """A dataclass or named tuple."""

    def __init__(self, cls: Any) -> None:
        self.cls = cls

    def parts(self, names: tuple[str, ...] | None, count: int) -> list[Target]:
        hints = _hints(self.cls)
        if names is None:
            return self._in_order(count)
        wanted = {name.rstrip("_"): hint for name, hint in hints.items()}
        if set(wanted) != {name.rstrip("_") for name in names}:
            raise UsageError(f"{self.cls.__name__} has not the fields {', '.join(names)}")
        return [target_of(wanted[name.rstrip("_")]) for name in names]

    def only(self) -> Target:
        return self._in_order(1)[0]

    def positional(self, linker: Linker, values: list[str]) -> str:
        name = linker.constant("make", self.cls, self.cls)
        if values and self.cls.__bases__ == (tuple,):
            # A named tuple's constructor is slow Python; this is the call inside it.
            return f"new_tuple({name}, ({', '.join(values)},))"
        return f"{name}({', '.join(values)})"

    def built(self, linker: Linker, names: tuple[str, ...] | None, values: list[str]) -> str:
        if names is not None:
            by_name = dict(zip((name.rstrip("_") for name in names), values, strict=True))
            values = [by_name[name.rstrip("_")] for name in _hints(self.cls)]
        return self.positional(linker, values)

    def _in_order(self, count: int) -> list[Target]:
        hints = list(_hints(self.cls).values())
        if len(hints) != count:
            raise UsageError(f"{self.cls.__name__} has not {count} fields")
        return [target_of(hint) for hint in hints]


@functools.lru_cache(maxsize=1024)
def _hints(cls: Any) -> dict[str, Any]:
    """The constructor's arguments in order, with their resolved hints."""
    hints = typing.get_type_hints(cls)
    if hasattr(cls, "__dataclass_fields__"):
        return {name: hints[name] for name in dataclass_arguments(cls)}
    return {name: hints.get(name, Any) for name in cls._fields}


def _is_struct(hint: Any) -> bool:
    if not isinstance(hint, type):
        return False
    is_dataclass = hasattr(hint, "__dataclass_fields__")
    return is_dataclass or (issubclass(hint, (tuple, Frozen)) and hasattr(hint, "_fields"))


def untargeted() -> Target:
    """The plain shapes."""
    return _PLAIN


@functools.lru_cache(maxsize=4096)
def target_of(hint: Any) -> Target:
    """The target that a type hint names."""
    if isinstance(hint, typing.NewType):
        return target_of(hint.__supertype__)
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Annotated:
        return target_of(arguments[0])
    if origin in (typing.Union, types.UnionType):
        return _union(arguments)
    if origin is list:
        return SequenceTarget(target_of(arguments[0]), "list")
    if origin is tuple:
        if arguments[-1:] == (Ellipsis,):
            return SequenceTarget(target_of(arguments[0]), "tuple")
        return TupleTarget(tuple(target_of(argument) for argument in arguments))
    if hasattr(hint, "from_scale"):
        return ScaledTarget(hint)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return EnumTarget(hint)
    return ClassTarget(hint) if _is_struct(hint) else _PLAIN


def _union(arguments: tuple[Any, ...]) -> Target:
    members = tuple(argument for argument in arguments if argument is not type(None))
    if len(members) == 1:
        return ContentTarget(target_of(members[0]))
    if all(_is_struct(member) for member in members):
        inside: Target = UnionTarget(members)
        return inside if len(members) == len(arguments) else ContentTarget(inside)
    return _PLAIN
