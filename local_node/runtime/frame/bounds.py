"""The length limits of bounded collections in a call.

In Rust the bound of a `BoundedVec` is part of its type, and a longer value does not decode. The
metadata does not contain bounds, so the codec cannot check them. This module checks a decoded call,
inner calls included, against its declaration.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from btsdk.errors import DecodeError
from chain_spec.types.expression import (
    ArrayOf,
    Collection,
    Enum,
    FieldOf,
    OptionOf,
    Outer,
    SequenceOf,
    Struct,
    TupleOf,
    Type,
)

if TYPE_CHECKING:
    from chain_spec.runtime import Interface

Check = Callable[[Any], None]
"""A check that raises `DecodeError` if a decoded value exceeds a bound."""


class Bounds:
    """The bounds of an interface's calls, each compiled at the call's first use."""

    def __init__(self, interface: Interface) -> None:
        self._interface = interface
        self._calls: dict[tuple[str, str], tuple[tuple[str, Check], ...]] = {}

    def check(self, call: Any) -> None:
        """Raise `DecodeError` if the call exceeds a bound of its types."""
        pallet, inner = call
        if isinstance(inner, str):
            return
        name, args = inner
        for argument, check in self._of(pallet, name):
            check(args[argument])

    def check_of(self, expression: Type[Any]) -> Check | None:
        """The check of one type, or None if it has no bounds."""
        return self._compile(expression)

    def _of(self, pallet: str, name: str) -> tuple[tuple[str, Check], ...]:
        found = self._calls.get((pallet, name))
        if found is None:
            declared = self._interface.pallets[pallet].calls[name].args
            checks = [(argument, self._compile(kind)) for argument, kind in declared.items()]
            found = tuple((argument, check) for argument, check in checks if check is not None)
            self._calls[pallet, name] = found
        return found

    def _compile(self, expression: Type[Any]) -> Check | None:
        """The check of a type, or None if it has no bounds."""
        target = expression.resolve()
        if isinstance(target, Outer):
            return self.check if target.kind == "calls" else None
        if isinstance(target, Collection):
            return _collection(target, self._compile(target.sequence.item))
        if isinstance(target, (SequenceOf, ArrayOf)):
            return _each(self._compile(target.item))
        if isinstance(target, OptionOf):
            return _if_some(self._compile(target.inner))
        if isinstance(target, TupleOf):
            return _parts([(n, self._compile(item)) for n, item in enumerate(target.items)])
        if isinstance(target, Struct):
            return self._fields(target.fields)
        if isinstance(target, Enum):
            return _cases({case.name: self._fields(case.fields) for case in target.variants})
        return None

    def _fields(self, fields: Sequence[FieldOf]) -> Check | None:
        """The check of a type's fields.

        Named fields decode to a dict, several unnamed ones to a tuple, and a single one to its
        value.
        """
        if len(fields) == 1 and fields[0].name is None:
            return self._compile(fields[0].type)
        checks = [(n if f.name is None else f.name, f.type) for n, f in enumerate(fields)]
        return _parts([(place, self._compile(kind)) for place, kind in checks])


def _collection(target: Collection[Any], item: Check | None) -> Check | None:
    bound = target.bound if target.kind == "BoundedVec" else None
    if bound is None:
        return _each(item)

    def check(value: Any) -> None:
        if len(value) > bound:
            raise DecodeError(f"{len(value)} items in a {target.label} of at most {bound}")
        if item is not None:
            for one in value:
                item(one)

    return check


def _each(item: Check | None) -> Check | None:
    if item is None:
        return None

    def check(value: Any) -> None:
        for one in value:
            item(one)

    return check


def _if_some(inner: Check | None) -> Check | None:
    if inner is None:
        return None

    def check(value: Any) -> None:
        if value is not None:
            inner(value)

    return check


def _parts(parts: Sequence[tuple[int | str, Check | None]]) -> Check | None:
    checks = [(place, check) for place, check in parts if check is not None]
    if not checks:
        return None

    def check_all(value: Any) -> None:
        for place, check in checks:
            check(value[place])

    return check_all


def _cases(cases: dict[str, Check | None]) -> Check | None:
    checks = {name: check for name, check in cases.items() if check is not None}
    if not checks:
        return None

    def check(value: Any) -> None:
        if isinstance(value, tuple) and value[0] in checks:
            checks[value[0]](value[1])

    return check
