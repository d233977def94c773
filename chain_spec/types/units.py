"""The chain's plain numbers: subnet ids, money, fixed-point numbers.

The aliases are bare integers in the metadata. Money is in rao: 10^-9 TAO, or 10^-9 of an alpha.
"""

from __future__ import annotations

from chain_spec.types.construct import alias, fixed
from chain_spec.types.primitives import u8, u16, u64

MechId = alias("MechId", u8)
NetUid = alias("NetUid", u16)
NetUidStorageIndex = alias("NetUidStorageIndex", u16)
AlphaBalance = alias("AlphaBalance", u64)
TaoBalance = alias("TaoBalance", u64)
I32F32 = fixed("I32F32", signed=True, int_bits=32, frac_bits=32)
I64F64 = fixed("I64F64", signed=True, int_bits=64, frac_bits=64)
I96F32 = fixed("I96F32", signed=True, int_bits=96, frac_bits=32)
U64F64 = fixed("U64F64", signed=False, int_bits=64, frac_bits=64)
U96F32 = fixed("U96F32", signed=False, int_bits=96, frac_bits=32)
