"""The portable registry's model: types that name one another by id, as runtime metadata lists them.

Everything here is an immutable description; nothing encodes or decodes. The names are those of
Substrate's `scale-info`. Entries that occur by the thousand are named tuples, because they are
built fastest; the eight definitions are dataclasses, so that a `Sequence` never equals a `Compact`.
"""

from __future__ import annotations

from typing import NamedTuple

from btsdk.frozen import Frozen


class Field(NamedTuple):
    """A field of a composite or of a variant; `name` is None in tuple-like ones."""

    name: str | None
    type: int
    type_name: str | None = None
    docs: tuple[str, ...] = ()


class Case(NamedTuple):
    """One variant of an enum; `index` is its byte on the wire."""

    name: str
    fields: tuple[Field, ...]
    index: int  # type: ignore[assignment]  # nobody searches a case as a tuple
    docs: tuple[str, ...] = ()


class Parameter(NamedTuple):
    """A generic parameter of a type; `type` is None where the metadata leaves it out."""

    name: str
    type: int | None


class Composite(Frozen):
    """A struct: fields one after another."""

    fields: tuple[Field, ...]


class Variant(Frozen):
    """An enum: an index byte, then the fields of that case."""

    variants: tuple[Case, ...]


class Sequence(Frozen):
    """A compact count, then the items."""

    type: int


class Array(Frozen):
    """A fixed number of items, `len`."""

    len: int
    type: int


class Tuple(Frozen):
    """Values one after another; the empty one is the unit."""

    types: tuple[int, ...]


class Primitive(Frozen):
    """`bool`, `char`, `str`, `u8` … `u256`, `i8` … `i256`."""

    name: str


class Compact(Frozen):
    """An unsigned integer in one, two, four or more bytes."""

    type: int


class BitSequence(Frozen):
    """A compact count of bits, then stores of type `store`, filled in the order of `order`."""

    store: int
    order: int


Definition = Composite | Variant | Sequence | Array | Tuple | Primitive | Compact | BitSequence


class Type(NamedTuple):
    """One entry of a registry."""

    id: int
    path: tuple[str, ...]
    params: tuple[Parameter, ...]
    definition: Definition
    docs: tuple[str, ...] = ()


PRIMITIVES = (
    "bool", "char", "str",
    "u8", "u16", "u32", "u64", "u128", "u256",
    "i8", "i16", "i32", "i64", "i128", "i256",
)  # fmt: skip
"""The primitives in the order of their indices in metadata."""
