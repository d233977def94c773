"""Conversion of type expressions to the entries of a portable registry.

Types are numbered in the order of Substrate's `scale-info`: a type before the types inside it, each
once. Two expressions that look the same are one entry.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from btsdk.scale import types as portable
from chain_spec.types.expression import (
    Alias,
    ArrayOf,
    Collection,
    CompactOf,
    Enum,
    FieldOf,
    Fixed,
    Named,
    OptionOf,
    Outer,
    Primitive,
    SequenceOf,
    Struct,
    TupleOf,
    Type,
    VariantOf,
)
from chain_spec.types.primitives import i8, i16, i32, i64, i128, u8, u16, u32, u64, u128

Params = tuple[tuple[str, Type[Any] | None], ...]

_INTEGERS = {
    (False, 8): u8, (False, 16): u16, (False, 32): u32, (False, 64): u64, (False, 128): u128,
    (True, 8): i8, (True, 16): i16, (True, 32): i32, (True, 64): i64, (True, 128): i128,
}  # fmt: skip
_COLLECTIONS = {
    "BoundedVec": ("bounded_collections", "bounded_vec", "BoundedVec"),
    "WeakBoundedVec": ("bounded_collections", "weak_bounded_vec", "WeakBoundedVec"),
    "BTreeMap": ("BTreeMap",),
    "BTreeSet": ("BTreeSet",),
}
_BITS = tuple(Struct[Any](("substrate_typenum", "bit", f"B{bit}")) for bit in (0, 1))
_NOTHING = Struct[Any](("substrate_typenum", "uint", "UTerm"))


class RegistryBuilder:
    """Numbers types and collects their entries; `outer` makes the enums over all pallets."""

    def __init__(self, outer: Callable[[str], Type[Any]]) -> None:
        self._outer = outer
        self._shapes: dict[int, int] = {}
        self._kept: list[Type[Any]] = []
        self._known: dict[Hashable, int] = {}
        self._ids: dict[int, int] = {}
        self._entries: list[portable.Type | None] = []

    def id(self, expression: Type[Any]) -> int:
        """The number of a type; a new one is added with the types inside it."""
        target = expression.resolve()
        shape = self._shape(target)
        known = self._ids.get(shape)
        if known is not None:
            return known
        number = self._ids[shape] = len(self._entries)
        self._entries.append(None)
        if isinstance(target, Outer):
            target = self._outer(target.kind)
        self._entries[number] = self._entry(number, _described(target))
        return number

    def known_id(self, expression: Type[Any]) -> int:
        """The number of a type that was added before; raises `KeyError` for any other."""
        return self._ids[self._shape(expression)]

    def types(self, first: int = 0) -> tuple[portable.Type, ...]:
        """All entries so far, from the one with the number `first` on."""
        return tuple(entry for entry in self._entries[first:] if entry is not None)

    def __len__(self) -> int:
        return len(self._entries)

    def _shape(self, expression: Type[Any]) -> int:
        """A number that expressions share if they look the same."""
        known = self._shapes.get(id(expression))
        if known is None:
            target = expression.resolve()
            if target is expression:
                key = self._key(_described(target))
                known = self._known.setdefault(key, len(self._known))
            else:
                known = self._shape(target)
            self._shapes[id(expression)] = known
            self._kept.append(expression)  # so that its id() is not given to another
        return known

    def _key(self, target: Type[Any]) -> Hashable:
        shape = self._shape
        if isinstance(target, Named):
            params = tuple((name, param and shape(param)) for name, param in target.params)
            if isinstance(target, Struct):
                return ("struct", target.path, params, self._fields_key(target.fields))
            assert isinstance(target, Enum)
            cases = tuple((c.index, c.name, self._fields_key(c.fields)) for c in target.variants)
            return ("enum", target.path, params, cases)
        if isinstance(target, Primitive):
            return ("primitive", target.name)
        if isinstance(target, Outer):
            return ("outer", target.kind)
        if isinstance(target, TupleOf):
            return ("tuple", tuple(shape(item) for item in target.items))
        if isinstance(target, ArrayOf):
            return ("array", target.length, shape(target.item))
        if isinstance(target, SequenceOf):
            return ("sequence", shape(target.item))
        assert isinstance(target, CompactOf)
        return ("compact", shape(target.inner))

    def _fields_key(self, fields: tuple[FieldOf, ...]) -> Hashable:
        shape = self._shape
        return tuple([(field.name, _type_name(field), shape(field.type)) for field in fields])

    def _entry(self, number: int, target: Type[Any]) -> portable.Type:
        if isinstance(target, Named):
            params = tuple(
                portable.Parameter(name, None if param is None else self.id(param))
                for name, param in target.params
            )
            return portable.Type(number, target.path, params, self._named(target))
        return portable.Type(number, (), (), self._anonymous(target))

    def _named(self, target: Named[Any]) -> portable.Definition:
        if isinstance(target, Struct):
            return portable.Composite(self._fields(target.fields))
        assert isinstance(target, Enum)
        return portable.Variant(tuple(self._case(case) for case in target.variants))

    def _case(self, case: VariantOf) -> portable.Case:
        docs = (case.docs,) if case.docs else ()
        return portable.Case(case.name, self._fields(case.fields), case.index, docs)

    def _fields(self, fields: tuple[FieldOf, ...]) -> tuple[portable.Field, ...]:
        return tuple(
            portable.Field(field.name, self.id(field.type), _type_name(field)) for field in fields
        )

    def _anonymous(self, target: Type[Any]) -> portable.Definition:
        if isinstance(target, Primitive):
            return portable.Primitive(target.name)
        if isinstance(target, TupleOf):
            return portable.Tuple(tuple(self.id(item) for item in target.items))
        if isinstance(target, ArrayOf):
            return portable.Array(target.length, self.id(target.item))
        if isinstance(target, SequenceOf):
            return portable.Sequence(self.id(target.item))
        assert isinstance(target, CompactOf)
        return portable.Compact(self.id(target.inner))


def _type_name(field: FieldOf) -> str | None:
    return field.type.label if field.shows_type else None


def _described(target: Type[Any]) -> Type[Any]:
    """The enums and structs by which metadata shows options, collections and fixed-point
    numbers."""
    if isinstance(target, OptionOf):
        some = VariantOf(1, "Some", (FieldOf(None, target.inner, shows_type=False),))
        return Enum(("Option",), (("T", target.inner),), variants=(VariantOf(0, "None"), some))
    if isinstance(target, Collection):
        return _collection(target)
    if isinstance(target, Fixed):
        sign = "I" if target.signed else "U"
        bits = FieldOf("bits", _INTEGERS[target.signed, target.width])
        path = ("substrate_fixed", f"Fixed{sign}{target.width}")
        return Struct(path, (("Frac", _typenum(target.frac_bits)),), fields=(bits,))
    return target


def _collection(target: Collection[Any]) -> Struct[Any]:
    path = _COLLECTIONS[target.kind]
    if target.kind in ("BoundedVec", "WeakBoundedVec"):
        content = FieldOf(None, Alias("Vec<T>", target.sequence))
        return Struct(path, (("T", target.items[0]), ("S", None)), fields=(content,))
    names = ("K", "V") if target.kind == "BTreeMap" else ("T",)
    content = FieldOf(None, target.sequence, shows_type=False)
    return Struct(path, tuple(zip(names, target.items, strict=True)), fields=(content,))


def _typenum(number: int) -> Struct[Any]:
    """A natural number as the `typenum` crate spells it in types: binary, highest bit inside."""
    if number == 0:
        return _NOTHING
    high, low = _typenum(number >> 1), _BITS[number & 1]
    fields = (FieldOf("msb", Alias("U", high)), FieldOf("lsb", Alias("B", low)))
    return Struct(("substrate_typenum", "uint", "UInt"), (("U", high), ("B", low)), fields=fields)
