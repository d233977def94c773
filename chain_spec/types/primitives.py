"""The primitives of SCALE, the unit, and bytes."""

from __future__ import annotations

from chain_spec.types.expression import Primitive, SequenceOf, TupleOf, Type

u8: Type[int] = Primitive("u8", 0)
u16: Type[int] = Primitive("u16", 0)
u32: Type[int] = Primitive("u32", 0)
u64: Type[int] = Primitive("u64", 0)
u128: Type[int] = Primitive("u128", 0)
i8: Type[int] = Primitive("i8", 0)
i16: Type[int] = Primitive("i16", 0)
i32: Type[int] = Primitive("i32", 0)
i64: Type[int] = Primitive("i64", 0)
i128: Type[int] = Primitive("i128", 0)
boolean: Type[bool] = Primitive("bool", False)
string: Type[str] = Primitive("str", "")
Unit: Type[tuple[()]] = TupleOf(())
Bytes: Type[bytes] = SequenceOf(u8)
