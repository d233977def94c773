"""Typed type expressions: every SCALE type that the chain's interface names.

- `rpc_info`, `subtensor`, `contracts`, `evm`, `consensus`, `frame`, `substrate`: the named types
- `labels`: common types with the names that pallets give them
- `units`: the chain's plain numbers
- `construct`: the constructors of types
- `primitives`
- `expression`: the classes of type expressions

This package exports the constructors and primitives; import named types from their modules.
"""

from chain_spec.types.construct import (
    Array,
    AsCompact,
    BoundedBytes,
    BoundedVec,
    BTreeMap,
    BTreeSet,
    ByteArray,
    Compact,
    Option,
    Result,
    Tuple,
    Vec,
    WeakBoundedVec,
    alias,
    enum,
    fixed,
    newtype,
    struct,
    variant,
)
from chain_spec.types.expression import Type
from chain_spec.types.primitives import (
    Bytes,
    Unit,
    boolean,
    i8,
    i16,
    i32,
    i64,
    i128,
    string,
    u8,
    u16,
    u32,
    u64,
    u128,
)

__all__ = [
    "Array",
    "AsCompact",
    "BTreeMap",
    "BTreeSet",
    "BoundedBytes",
    "BoundedVec",
    "ByteArray",
    "Bytes",
    "Compact",
    "Option",
    "Result",
    "Tuple",
    "Type",
    "Unit",
    "Vec",
    "WeakBoundedVec",
    "alias",
    "boolean",
    "enum",
    "fixed",
    "i8",
    "i16",
    "i32",
    "i64",
    "i128",
    "newtype",
    "string",
    "struct",
    "u8",
    "u16",
    "u32",
    "u64",
    "u128",
    "variant",
]
