"""Type expressions: the name and structure of SCALE types, typed by their Python values.

Every expression is a `Type[V]`, where `V` is the codec's Python value for it, so that mypy checks
every read and write of a storage item declared with it. The expressions are data:
`chain_spec.portable` turns them into the entries of a type registry, and nothing here encodes.

Two expressions are the same type if they look the same in the metadata. `label` is the name that a
field of this type shows there (`type_name`): Rust spells it, clients print it.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any, Generic, Literal, NamedTuple, TypeAlias, TypeVar

from btsdk.frozen import Frozen, replace

V = TypeVar("V")
W = TypeVar("W")

# The codec's value of a variant with fields: its name, or its name and content.
VariantValue: TypeAlias = "str | tuple[str, Any]"
StructValue: TypeAlias = dict[str, Any]


class Type(Frozen, Generic[V]):
    """A SCALE type whose values are `V` in Python. Expressions are compared by identity."""

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @property
    def label(self) -> str:
        """The type's name in Rust source."""
        raise NotImplementedError

    def zero(self) -> V:
        """A fresh copy of the value of Rust's `Default`."""
        raise NotImplementedError

    def resolve(self) -> Type[Any]:
        """The type behind any aliases."""
        return self

    def __repr__(self) -> str:
        return f"<{self.label}>"


class Primitive(Type[V]):
    """An integer, `bool` or `str`."""

    name: str
    default: V

    @property
    def label(self) -> str:
        return self.name

    def zero(self) -> V:
        return self.default


class CompactOf(Type[V]):
    """An integer, or a struct of one, in the variable-length encoding."""

    inner: Type[V]

    @property
    def label(self) -> str:
        return f"Compact<{self.inner.label}>"

    def zero(self) -> V:
        return self.inner.zero()


class SequenceOf(Type[V]):
    """`Vec<T>`; its value is bytes if the item is `u8`."""

    item: Type[Any]

    @property
    def is_bytes(self) -> bool:
        return is_byte(self.item)

    @property
    def label(self) -> str:
        return f"Vec<{self.item.label}>"

    def zero(self) -> V:
        return b"" if self.is_bytes else []  # type: ignore[return-value]  # V is set where it is built


class ArrayOf(Type[V]):
    """`[T; N]`; its value is bytes if the item is `u8`."""

    item: Type[Any]
    length: int

    @property
    def is_bytes(self) -> bool:
        return is_byte(self.item)

    @property
    def label(self) -> str:
        return f"[{self.item.label}; {self.length}]"

    def zero(self) -> V:
        if self.is_bytes:
            return bytes(self.length)  # type: ignore[return-value]  # V is bytes then
        return tuple(self.item.zero() for _ in range(self.length))  # type: ignore[return-value]


class TupleOf(Type[V]):
    """`(A, B, …)`, and `()`, whose value is the empty tuple."""

    items: tuple[Type[Any], ...]

    @property
    def label(self) -> str:
        return f"({', '.join(item.label for item in self.items)})"

    def zero(self) -> V:
        return tuple(item.zero() for item in self.items)  # type: ignore[return-value]


class Alias(Type[V]):
    """Another name for a type: the metadata shows the type itself, fields of it show the name."""

    name: str
    target: Type[V]

    @property
    def label(self) -> str:
        return self.name

    def zero(self) -> V:
        return self.target.zero()

    def resolve(self) -> Type[Any]:
        return self.target.resolve()


class FieldOf(NamedTuple):
    """A field of a struct or variant; `name` is None in tuple-like ones.

    Substrate writes a few types by hand, and their fields show no type name.
    """

    name: str | None
    type: Type[Any]
    shows_type: bool = True


class VariantOf(Frozen):
    """One case of an enum, with its index on the wire."""

    index: int
    name: str
    fields: tuple[FieldOf, ...] = ()
    docs: str = ""


class Named(Type[V]):
    """A type with a path, such as `sp_core::crypto::AccountId32`, and Rust's type parameters."""

    path: tuple[str, ...]
    params: tuple[tuple[str, Type[Any] | None], ...] = ()
    default: V | None = None
    name: str = ""

    @property
    def label(self) -> str:
        return self.name or self.path[-1]


class Struct(Named[V]):
    """Named or positional fields. A struct of one unnamed field has the value of that field."""

    fields: tuple[FieldOf, ...] = ()

    def zero(self) -> V:
        if self.default is not None:
            return copy.deepcopy(self.default)
        return fields_zero(self.fields)  # type: ignore[no-any-return]

    def of(self, **params: Type[Any] | None) -> Struct[V]:
        """The same struct with these type parameters."""
        return replace(self, params=tuple(params.items()))


class Enum(Named[V]):
    """One of several cases. Its zero is the given case, by default the first one."""

    variants: tuple[VariantOf, ...] = ()

    def zero(self) -> V:
        if self.default is not None:
            return copy.deepcopy(self.default)
        first = self.variants[0]
        if not first.fields:
            return first.name  # type: ignore[return-value]
        return (first.name, fields_zero(first.fields))  # type: ignore[return-value]

    def of(self, **params: Type[Any] | None) -> Enum[V]:
        """The same enum with these type parameters."""
        return replace(self, params=tuple(params.items()))


class OptionOf(Type[V]):
    """`Option<T>`; the value is None or that of `T`."""

    inner: Type[Any]

    @property
    def label(self) -> str:
        return f"Option<{self.inner.label}>"

    def zero(self) -> V:
        return None  # type: ignore[return-value]


class Collection(Type[V]):
    """A collection that the metadata names: a bounded vector, an ordered map or an ordered set."""

    kind: Literal["BoundedVec", "WeakBoundedVec", "BTreeMap", "BTreeSet"]
    items: tuple[Type[Any], ...]
    bound: int | None = None

    @property
    def label(self) -> str:
        return f"{self.kind}<{', '.join(item.label for item in self.items)}>"

    @property
    def sequence(self) -> SequenceOf[Any]:
        """The `Vec` that it is on the wire."""
        return SequenceOf(self.items[0] if len(self.items) == 1 else TupleOf(self.items))

    def zero(self) -> V:
        return self.sequence.zero()  # type: ignore[no-any-return]


class Fixed(Type[V]):
    """A binary fixed-point number; the value is the integer of its raw bits."""

    name: str
    signed: bool
    int_bits: int
    frac_bits: int

    @property
    def label(self) -> str:
        return self.name

    @property
    def width(self) -> int:
        return self.int_bits + self.frac_bits

    def bits(self, number: str) -> int:
        """The raw bits of a positive decimal number such as `1.26`, rounded to the nearest."""
        whole, _, part = number.partition(".")
        scaled: int = int(whole + part) << self.frac_bits
        unit: int = 10 ** len(part)
        return (2 * scaled + unit) // (2 * unit)

    def zero(self) -> V:
        return 0  # type: ignore[return-value]


class Outer(Type[V]):
    """An enum over all pallets, or the tuple of the extensions, which only a runtime defines."""

    kind: Literal["calls", "events", "errors", "extensions"]

    @property
    def label(self) -> str:
        return _OUTER[self.kind]


_OUTER = {
    "calls": "RuntimeCall",
    "events": "RuntimeEvent",
    "errors": "RuntimeError",
    "extensions": "SignedExtra",
}


def is_byte(item: Type[Any]) -> bool:
    """Whether sequences of the type are `bytes` in Python."""
    target = item.resolve()
    return isinstance(target, Primitive) and target.name == "u8"


def fields_zero(fields: tuple[FieldOf, ...]) -> Any:
    """The zero of a struct's or variant's content, in the codec's shape."""
    if len(fields) == 1 and fields[0].name is None:
        return fields[0].type.zero()
    if all(field.name is None for field in fields):
        return tuple(field.type.zero() for field in fields)
    return {str(field.name): field.type.zero() for field in fields}


def field_name(python: str) -> str:
    """The name on the chain of a Python name, without the trailing `_` of a keyword."""
    return python[:-1] if python.endswith("_") else python


def fields_of(types: tuple[Type[Any], ...], named: Mapping[str, Type[Any]]) -> tuple[FieldOf, ...]:
    """The fields from positional types or from named ones, never both."""
    if types and named:
        raise TypeError("fields are all positional or all named")
    if types:
        return tuple(FieldOf(None, item) for item in types)
    return tuple(FieldOf(field_name(name), item) for name, item in named.items())
