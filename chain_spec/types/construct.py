"""Constructors of types: `Vec(u16)`, `struct("a::B", x=u16)`, `Option(H256)`."""

from __future__ import annotations

from typing import Any, TypeVar, overload

from btsdk.frozen import replace
from chain_spec.types.expression import (
    Alias,
    ArrayOf,
    Collection,
    CompactOf,
    Enum,
    Fixed,
    OptionOf,
    SequenceOf,
    Struct,
    StructValue,
    TupleOf,
    Type,
    VariantOf,
    VariantValue,
    field_name,
    fields_of,
)
from chain_spec.types.primitives import u8

A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")
D = TypeVar("D")
V = TypeVar("V")


def Vec(item: Type[V]) -> Type[list[V]]:
    """`Vec<T>`; use `Bytes` for `Vec<u8>`."""
    return SequenceOf(item)


def BoundedVec(item: Type[V], bound: int | None = None) -> Type[list[V]]:
    """`BoundedVec<T, N>`; use `BoundedBytes` for bytes."""
    return Collection("BoundedVec", (item,), bound)


def WeakBoundedVec(item: Type[V], bound: int | None = None) -> Type[list[V]]:
    """A vector whose bound Substrate warns about but does not enforce."""
    return Collection("WeakBoundedVec", (item,), bound)


def BoundedBytes(bound: int | None = None) -> Type[bytes]:
    """`BoundedVec<u8, N>`."""
    return Collection("BoundedVec", (u8,), bound)


def Array(item: Type[V], length: int) -> Type[tuple[V, ...]]:
    """`[T; N]`; use `ByteArray` for bytes."""
    return ArrayOf(item, length)


def ByteArray(length: int) -> Type[bytes]:
    """`[u8; N]`."""
    return ArrayOf(u8, length)


def Option(inner: Type[V]) -> Type[V | None]:
    """`Option<T>`."""
    return OptionOf(inner)


def Compact(inner: Type[V]) -> Type[V]:
    """`Compact<T>`."""
    return CompactOf(inner)


def AsCompact(inner: Type[V]) -> Type[V]:
    """A field with `#[codec(compact)]`: compact on the wire, shown as the inner type."""
    return Alias(inner.label, CompactOf(inner))


@overload
def Tuple(a: Type[A], b: Type[B], /) -> Type[tuple[A, B]]: ...
@overload
def Tuple(a: Type[A], b: Type[B], c: Type[C], /) -> Type[tuple[A, B, C]]: ...
@overload
def Tuple(a: Type[A], b: Type[B], c: Type[C], d: Type[D], /) -> Type[tuple[A, B, C, D]]: ...
def Tuple(*items: Type[Any]) -> Type[Any]:
    """`(A, B, …)`."""
    return TupleOf(items)


def BTreeMap(key: Type[A], value: Type[B]) -> Type[list[tuple[A, B]]]:
    """`BTreeMap<K, V>`: pairs in the order of their keys."""
    return Collection("BTreeMap", (key, value))


def BTreeSet(item: Type[V]) -> Type[list[V]]:
    """`BTreeSet<T>`: items in order, each once."""
    return Collection("BTreeSet", (item,))


def Result(ok: Type[Any], error: Type[Any]) -> Enum[VariantValue]:
    """`Result<T, E>`; the value is `("Ok", …)` or `("Err", …)`."""
    cases = (replace(unlabelled(0, ok), name="Ok"), replace(unlabelled(1, error), name="Err"))
    return Enum(("Result",), (("T", ok), ("E", error)), variants=cases)


def alias(name: str, target: Type[V]) -> Alias[V]:
    """Another name for a type, which only the fields of that type show."""
    return Alias(name, target)


def fixed(name: str, signed: bool, int_bits: int, frac_bits: int) -> Fixed[int]:
    """A type of the `substrate-fixed` crate."""
    return Fixed(name, signed, int_bits, frac_bits)


def struct(path: str, /, **fields: Type[Any]) -> Struct[StructValue]:
    """A struct with named fields."""
    return Struct(split_path(path), fields=fields_of((), fields))


def newtype(path: str, inner: Type[V], /, *, default: V | None = None) -> Struct[V]:
    """A struct of one unnamed field; its value is that field's value."""
    return Struct(split_path(path), default=default, fields=fields_of((inner,), {}))


@overload
def enum(path: str, /, **variants: int) -> Enum[str]: ...
@overload
def enum(path: str, /, **variants: int | VariantOf) -> Enum[VariantValue]: ...
def enum(path: str, /, **variants: int | VariantOf) -> Enum[Any]:
    """An enum: `enum("a::B", Off=0, On=variant(1, u8))`."""
    cases = tuple(
        VariantOf(case, field_name(name))
        if isinstance(case, int)
        else VariantOf(case.index, field_name(name), case.fields)
        for name, case in variants.items()
    )
    return Enum(split_path(path), variants=cases)


def variant(index: int, /, *types: Type[Any], **named: Type[Any]) -> VariantOf:
    """A case with fields; `enum` names it."""
    return VariantOf(index, "", fields_of(types, named))


def unlabelled(index: int, /, *types: Type[Any], **named: Type[Any]) -> VariantOf:
    """A case whose fields show no type name, as in types that Substrate describes by hand."""
    fields = (field._replace(shows_type=False) for field in fields_of(types, named))
    return VariantOf(index, "", tuple(fields))


def split_path(path: str) -> tuple[str, ...]:
    """`a::b::C` as its segments."""
    return tuple(path.split("::"))
