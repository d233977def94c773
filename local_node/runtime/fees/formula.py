"""The fee formula: weight and length to rao (`pallet_transaction_payment` as Subtensor sets it).

A fee has three parts, each rounded on its own: the base extrinsic's weight, the length, and the
weight of the call with its extensions. Proof size is free; only `ref_time` is charged.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from local_node.runtime.frame.context import Context
from local_node.runtime.frame.dispatcher import DispatchClass
from local_node.runtime.frame.schema import Schema
from local_node.runtime.frame.weight import Weight
from local_node.runtime.pallets.system.limits import limits_of, max_block


class InclusionFee(NamedTuple):
    """The parts of a fee, in rao, without the tip."""

    base_fee: int
    len_fee: int
    weight_fee: int

    @property
    def total(self) -> int:
        return self.base_fee + self.len_fee + self.weight_fee

    def value(self) -> dict[str, int]:
        """The SCALE value of `InclusionFee`; the multiplier is always one."""
        return {
            "base_fee": self.base_fee,
            "len_fee": self.len_fee,
            "adjusted_weight_fee": self.weight_fee,
        }


def weight_to_fee(ref_time: int) -> int:
    """0.0005 rao per picosecond, to the nearest rao; an exact half rounds down (`Perbill`)."""
    return (ref_time + 999) // 2000


def length_to_fee(length: int) -> int:
    """One rao per byte."""
    return length


def capped(ctx: Context, weight: Weight) -> Weight:
    """The weight, at most that of a full block."""
    return weight.lowest(max_block(ctx))


def inclusion_fee(ctx: Context, kind: DispatchClass, weight: Weight, length: int) -> InclusionFee:
    """The fee of an extrinsic of `length` bytes; `weight` includes the extensions."""
    return _inclusion_fee(ctx.schema, kind, weight, length)


@lru_cache(maxsize=1024)
def _inclusion_fee(
    schema: Schema, kind: DispatchClass, weight: Weight, length: int
) -> InclusionFee:
    # cached: three reads for each extrinsic, and independent of the state
    limits = limits_of(schema)
    return InclusionFee(
        weight_to_fee(limits.classes[kind].base_extrinsic.ref_time),
        length_to_fee(length),
        weight_to_fee(weight.lowest(limits.max_block).ref_time),
    )
