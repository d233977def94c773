"""Annotations: the Python types of call arguments and of decoded values.

Decoded values have the codec's shapes: money and fixed-point numbers are integers. Arguments are
stricter: accounts for addresses, `Tao` and `Alpha` for money, typed calls for calls. In the module
of values, structs are `TypedDict`s and enums without content are literals.
"""

from __future__ import annotations

import keyword
from typing import Any

from btsdk.codegen.names import class_name
from chain_spec.types.expression import (
    Alias,
    ArrayOf,
    Collection,
    CompactOf,
    Enum,
    Fixed,
    Named,
    OptionOf,
    Outer,
    Primitive,
    SequenceOf,
    Struct,
    TupleOf,
    Type,
)
from chain_spec.types.substrate import AccountId32, Era, MultiAddress
from chain_spec.types.units import AlphaBalance, MechId, NetUid, NetUidStorageIndex, TaoBalance

_PRIMITIVES = {"bool": "bool", "str": "str"}
_NUMBERS = {NetUid: "NetUid", NetUidStorageIndex: "NetUidStorageIndex", MechId: "MechId"}
_MONEY = {TaoBalance: "Tao", AlphaBalance: "Alpha"}


class Annotations:
    """The annotations of one generated module; `imports` are the names that it needs, by module.

    Value types are named through their module, because items often have the same names; in that
    module itself (`inside`) they need no prefix.
    """

    def __init__(self, values: Values, *, inside: bool = False) -> None:
        self._values = values
        self._inside = inside
        self.imports: set[tuple[str, str]] = set()

    def decoded(self, expression: Type[Any]) -> str:
        """The type of a value that was read from the chain."""
        number = _alias_in(expression, _NUMBERS)
        if number:
            return self._value(number)
        return self._compose(expression.resolve(), self.decoded)

    def argument(self, expression: Type[Any]) -> str:
        """The type of an argument of a call, a storage key or a runtime API."""
        target = expression.resolve()
        if isinstance(target, CompactOf):
            return self.argument(target.inner)
        if target in (MultiAddress, AccountId32):
            return self._input("Account")
        if isinstance(target, SequenceOf) and target.is_bytes:
            return self._input("Text")
        if isinstance(target, Outer) and target.kind == "calls":
            return self._imported("btsdk.descriptors.calls", "TypedCall")
        if money := _alias_in(expression, _MONEY):
            return self._imported("btsdk.units", money)
        if number := _alias_in(expression, _NUMBERS):
            return self._value(number)
        return self._compose(target, self.argument)

    def readable(self, expression: Type[Any], *, alpha: bool) -> str:
        """The type of an event's field; `alpha` says whether the event names the subnet of an
        alpha amount, without which it is a number."""
        money = _alias_in(expression, _MONEY)
        if money == "Tao" or (money and alpha):
            return self._imported("btsdk.units", money)
        target = expression.resolve()
        if isinstance(target, OptionOf) and not isinstance(target.inner.resolve(), OptionOf):
            return f"{self.readable(target.inner, alpha=alpha)} | None"
        return self._readable(expression)

    def _readable(self, expression: Type[Any]) -> str:
        target = expression.resolve()
        if target is AccountId32:
            return "str"
        if number := _alias_in(expression, _NUMBERS):
            return self._value(number)
        return self._compose(target, self._readable)

    def _value(self, name: str) -> str:
        if self._inside:
            return name
        self.imports.add(("btsdk.descriptors", "values as v"))
        return f"v.{name}"

    def _input(self, name: str) -> str:
        self.imports.add(("btsdk.descriptors", "inputs as i"))
        return f"i.{name}"

    def _imported(self, module: str, name: str) -> str:
        self.imports.add((module, name))
        return name

    def _compose(self, target: Type[Any], inner: Any) -> str:
        if isinstance(target, Primitive):
            return _PRIMITIVES.get(target.name, "int")
        if isinstance(target, CompactOf):
            return str(inner(target.inner))
        if isinstance(target, Fixed):
            return "int"
        if isinstance(target, OptionOf):
            return self._option(target, inner)
        if isinstance(target, Collection):
            return self._compose(target.sequence, inner)
        if isinstance(target, SequenceOf):
            return "bytes" if target.is_bytes else f"list[{inner(target.item)}]"
        if isinstance(target, ArrayOf):
            return "bytes" if target.is_bytes else f"tuple[{inner(target.item)}, ...]"
        if isinstance(target, TupleOf):
            return f"tuple[{', '.join(inner(item) for item in target.items) or '()'}]"
        return self._named(target)

    def _option(self, target: OptionOf[Any], inner: Any) -> str:
        if isinstance(target.inner.resolve(), OptionOf):
            return f"{self._imported('btsdk.scale', 'Some')} | None"
        return f"{inner(target.inner)} | None"

    def _named(self, target: Type[Any]) -> str:
        if target is AccountId32:
            return self._value("AccountId")
        if not isinstance(target, Named) or target is Era:
            return self._value("VariantValue")
        if isinstance(target, Struct) and is_newtype(target):
            return self._newtype(target)
        return self._value(self._values.name_of(target))

    def _newtype(self, target: Struct[Any]) -> str:
        if target.path == ("primitive_types", "U256"):
            return "int"
        return self.decoded(target.fields[0].type) if target.fields else "tuple[()]"


class Values:
    """The module of values: the names of structs and enums in it, and its text."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._texts: dict[str, str] = {}

    def name_of(self, target: Named[Any]) -> str:
        """The name of a struct or enum, which is defined on first use."""
        if isinstance(target, Enum) and any(case.fields for case in target.variants):
            return "VariantValue"
        if isinstance(target, Enum) and not target.variants:
            return "VariantValue"
        key = _identity(target)
        if key not in self._names:
            self._names[key] = name = self._free_name(target)
            self._texts[name] = ""  # its place is before what it contains
            self._texts[name] = self._define(name, target)
        return self._names[key]

    def definitions(self) -> str:
        """All definitions, in the order of their names."""
        return "\n\n".join(text for _, text in sorted(self._texts.items()))

    def _free_name(self, target: Named[Any]) -> str:
        name = class_name(target.path[-1])
        if name not in self._texts:
            return name
        parts = [param.label for _, param in target.params if param is not None]
        longer = [f"{name}Of{class_name(part)}" for part in parts if part.isidentifier()]
        longer += [class_name(segment) + name for segment in reversed(target.path[:-1])]
        return next(candidate for candidate in longer if candidate not in self._texts)

    def _define(self, name: str, target: Named[Any]) -> str:
        if isinstance(target, Enum):
            cases = ", ".join(f'"{case.name}"' for case in target.variants)
            return f"{name}: TypeAlias = Literal[{cases}]\n"
        assert isinstance(target, Struct)
        own = Annotations(self, inside=True)
        fields = [(str(field.name), own.decoded(field.type)) for field in target.fields]
        if any(keyword.iskeyword(field) for field, _ in fields):
            inside = ", ".join(f'"{field}": "{kind}"' for field, kind in fields)
            return f'{name} = TypedDict("{name}", {{{inside}}})\n'
        lines = "".join(f"    {field}: {kind}\n" for field, kind in fields)
        return f"class {name}(TypedDict):\n{lines}"


def is_newtype(target: Struct[Any]) -> bool:
    """Whether the codec represents the struct by its content instead of a dict."""
    if not target.fields:
        return True
    if len(target.fields) > 1:
        return all(field.name is None for field in target.fields)
    return target.fields[0].name in (None, "bits")


def _alias_in(expression: Type[Any], names: dict[Alias[int], str]) -> str | None:
    while isinstance(expression, Alias):
        if expression in names:
            return names[expression]
        expression = expression.target
    return None


def _identity(target: Named[Any]) -> str:
    """The key under which types share a value type: path and fields as spelled."""
    if isinstance(target, Struct):
        parts = [f"{field.name}:{field.type.resolve()!r}" for field in target.fields]
    else:
        parts = [case.name for case in target.variants] if isinstance(target, Enum) else []
    return f"{'::'.join(target.path)} {parts}"
