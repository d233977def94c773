"""Plans: how the codec treats each type of a registry.

A plan fixes the Python shape of a type, so that reader, writer and structural hash agree: newtypes
are unwrapped, and the types with an encoding of their own (`Option`, `Era`, `U256`, fixed point)
are recognized by path and structure. Plans are named tuples because those are quickest to declare,
for start-up; compare them by class, not by `==`.
"""

from __future__ import annotations

from typing import NamedTuple

from btsdk.errors import DecodeError
from btsdk.scale import types as t


class Int(NamedTuple):
    """A little-endian integer of `size` bytes."""

    size: int
    signed: bool = False

    @property
    def least(self) -> int:
        return -(1 << self.size * 8 - 1) if self.signed else 0

    @property
    def most(self) -> int:
        return (1 << self.size * 8 - self.signed) - 1

    @property
    def name(self) -> str:
        return f"{'i' if self.signed else 'u'}{self.size * 8}"


class Bool(NamedTuple):
    """One byte, 0 or 1."""


class Char(NamedTuple):
    """A Unicode scalar value in four bytes."""


class Text(NamedTuple):
    """UTF-8 behind a compact length."""


class Bytes(NamedTuple):
    """`[u8; size]`, or `Vec<u8>` where size is None."""

    size: int | None


class CompactInt(NamedTuple):
    """A compact integer up to `most`; a compact unit (`most` None) takes no bytes."""

    most: int | None


class Bits(NamedTuple):
    """A bit sequence; `store` is the width of a store in bytes."""

    store: int
    highest_first: bool


class EraByte(NamedTuple):
    """The era of an extrinsic."""


class Row(NamedTuple):
    """Values without names: a tuple, or a struct with unnamed fields; the empty one is the unit."""

    types: tuple[int, ...]


class Record(NamedTuple):
    """Values with names: a struct."""

    names: tuple[str, ...]
    types: tuple[int, ...]


class Items(NamedTuple):
    """Items of one type: `size` of them, or a compact count and as many items if it is None."""

    type: int
    size: int | None


class Option(NamedTuple):
    """A byte 0, or a byte 1 and a value; `nested` if the value may itself be None."""

    type: int
    nested: bool


class Choice(NamedTuple):
    """One case of an enum, with what follows its index byte."""

    name: str
    index: int  # type: ignore[assignment]  # nobody searches a case as a tuple
    payload: Row | Record

    @property
    def bare(self) -> bool:
        return not self.payload.types


class Enum(NamedTuple):
    """An index byte, then the payload of that case."""

    cases: tuple[Choice, ...]

    @property
    def plain(self) -> bool:
        """Whether no case has content."""
        return all(case.bare for case in self.cases)


Plan = (
    Int
    | Bool
    | Char
    | Text
    | Bytes
    | CompactInt
    | Bits
    | EraByte
    | Row
    | Record
    | Items
    | Option
    | Enum
)

_BIG_UINTS = {("primitive_types", f"U{bits}") for bits in (128, 256, 512)}
_STORES = {"u8": 1, "u16": 2, "u32": 4, "u64": 8}


class Planner:
    """The plans of one registry's types, made on demand and kept."""

    def __init__(self, types: dict[int, t.Type]) -> None:
        self._types = types
        self._plans: dict[int, Plan] = {}

    def type(self, type_id: int) -> t.Type:
        entry = self._types.get(type_id)
        if entry is None:
            raise DecodeError(f"the registry has no type {type_id}")
        return entry

    def inner(self, type_id: int) -> int:
        """The type with all newtypes around it removed."""
        seen = set()
        while (below := self._newtype_of(type_id)) is not None:
            if type_id in seen:
                raise DecodeError(f"type {type_id} contains nothing but itself")
            seen.add(type_id)
            type_id = below
        return type_id

    def plan(self, type_id: int) -> Plan:
        """The plan of a type; raises `DecodeError` for one that the registry does not describe."""
        known = self._plans.get(type_id)
        if known is None:
            known = self._plans[type_id] = self._make(self.type(self.inner(type_id)))
        return known

    def _newtype_of(self, type_id: int) -> int | None:
        entry = self.type(type_id)
        definition = entry.definition
        if not isinstance(definition, t.Composite) or len(definition.fields) != 1:
            return None
        (field,) = definition.fields
        if self._words(entry):
            return None
        if field.name is None:
            return field.type
        if field.name == "bits" and self._is_integer(field.type):
            return field.type
        return None

    def _words(self, entry: t.Type) -> int:
        """How many 64-bit words the integers of `primitive_types` have; 0 for all other types."""
        definition = entry.definition
        if entry.path not in _BIG_UINTS or not isinstance(definition, t.Composite):
            return 0
        inner = [self.type(field.type).definition for field in definition.fields]
        match inner:
            case [t.Array(len=2 | 4 | 8 as words, type=word)] if self._primitive(word) == "u64":
                return words
        return 0

    def _primitive(self, type_id: int) -> str | None:
        definition = self.type(type_id).definition
        return definition.name if isinstance(definition, t.Primitive) else None

    def _is_integer(self, type_id: int) -> bool:
        name = self._primitive(type_id)
        return name is not None and name[1:].isdigit()

    def _make(self, entry: t.Type) -> Plan:
        definition = entry.definition
        if isinstance(definition, t.Primitive):
            return _primitive(definition.name)
        if isinstance(definition, t.Composite):
            return self._composite(entry, definition.fields)
        if isinstance(definition, t.Variant):
            return self._variant(entry, definition.variants)
        if isinstance(definition, t.Tuple):
            return Row(definition.types)
        if isinstance(definition, t.Compact):
            return self._compact(definition.type)
        if isinstance(definition, t.BitSequence):
            return self._bits(definition)
        size = definition.len if isinstance(definition, t.Array) else None
        if self._primitive(self.inner(definition.type)) == "u8":
            return Bytes(size)
        return Items(definition.type, size)

    def _composite(self, entry: t.Type, fields: tuple[t.Field, ...]) -> Plan:
        words = self._words(entry)
        return Int(8 * words) if words else _payload(fields)

    def _variant(self, entry: t.Type, cases: tuple[t.Case, ...]) -> Plan:
        content = _option_content(entry)
        if content is not None:
            return Option(content, _option_content(self.type(self.inner(content))) is not None)
        if entry.path[-1:] == ("Era",) and len(cases) == 256:
            return EraByte()
        return Enum(tuple(Choice(case.name, case.index, _payload(case.fields)) for case in cases))

    def _compact(self, type_id: int) -> Plan:
        """A struct with one field is as compact as that field."""
        seen = set()
        plan = self.plan(type_id)
        while isinstance(plan, Record) and len(plan.types) == 1 and type_id not in seen:
            seen.add(type_id)
            type_id = plan.types[0]
            plan = self.plan(type_id)
        if isinstance(plan, Int) and not plan.signed:
            return CompactInt(plan.most)
        if isinstance(plan, Row) and not plan.types:
            return CompactInt(None)
        raise DecodeError(f"type {type_id} has no compact form")

    def _bits(self, definition: t.BitSequence) -> Plan:
        store = _STORES.get(self._primitive(self.inner(definition.store)) or "")
        order = self.type(definition.order).path[-1:]
        if store is None or order not in (("Lsb0",), ("Msb0",)):
            raise DecodeError("a bit sequence has an unknown store or order")
        return Bits(store, order == ("Msb0",))


def _primitive(name: str) -> Plan:
    if name == "bool":
        return Bool()
    if name == "char":
        return Char()
    if name == "str":
        return Text()
    if name not in t.PRIMITIVES:
        raise DecodeError(f"{name!r} is not a primitive type")
    return Int(int(name[1:]) // 8, name[0] == "i")


def _option_content(entry: t.Type) -> int | None:
    """The type that an `Option` holds; None for every other type."""
    if entry.path == ("Option",) and isinstance(entry.definition, t.Variant):
        match entry.definition.variants:
            case (
                t.Case(name="None", index=0, fields=()),
                t.Case(name="Some", index=1, fields=(content,)),
            ):
                return content.type
    return None


def _payload(fields: tuple[t.Field, ...]) -> Row | Record:
    types = tuple(field.type for field in fields)
    names = tuple(field.name for field in fields if field.name is not None)
    if fields and len(names) == len(fields):
        return Record(names, types)
    if names:
        raise DecodeError("a struct has both named and unnamed fields")
    return Row(types)
