"""The limits of a block: weight per dispatch class, and length (`frame_system::limits`)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from chain_spec.pallets import system
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.dispatcher import DispatchClass
from local_node.runtime.frame.schema import Schema
from local_node.runtime.frame.validity import invalid
from local_node.runtime.frame.weight import ZERO, Weight


class ClassLimits(NamedTuple):
    """The limits of one dispatch class; None means no limit."""

    name: str
    base_extrinsic: Weight
    max_extrinsic: Weight | None
    max_total: Weight | None
    reserved: Weight | None
    max_length: int


class BlockLimits(NamedTuple):
    """The values of the constants `BlockWeights` and `BlockLength`."""

    base_block: Weight
    max_block: Weight
    classes: dict[DispatchClass, ClassLimits]


@lru_cache(maxsize=8)
def limits_of(schema: Schema) -> BlockLimits:
    """The limits of an interface."""
    weights = schema.constant(system.constants.BlockWeights)
    lengths = schema.constant(system.constants.BlockLength)["max"]
    kinds: tuple[DispatchClass, ...] = ("Normal", "Operational", "Mandatory")
    return BlockLimits(
        _weight(weights["base_block"]),
        _weight(weights["max_block"]),
        {
            kind: _class_limits(kind.lower(), weights["per_class"][kind.lower()], lengths)
            for kind in kinds
        },
    )


def _class_limits(name: str, limits: dict[str, Any], lengths: dict[str, int]) -> ClassLimits:
    return ClassLimits(
        name,
        _weight(limits["base_extrinsic"]),
        _optional(limits["max_extrinsic"]),
        _optional(limits["max_total"]),
        _optional(limits["reserved"]),
        lengths[name],
    )


def _weight(value: dict[str, int]) -> Weight:
    return Weight(value["ref_time"], value["proof_size"])


def _optional(value: dict[str, int] | None) -> Weight | None:
    return None if value is None else _weight(value)


def base_block(ctx: Context) -> Weight:
    """The weight of a block without extrinsics."""
    return limits_of(ctx.schema).base_block


def max_block(ctx: Context) -> Weight:
    """The weight of a full block."""
    return limits_of(ctx.schema).max_block


def base_extrinsic(ctx: Context, kind: DispatchClass) -> Weight:
    """The weight of an empty extrinsic."""
    return limits_of(ctx.schema).classes[kind].base_extrinsic


class Used(NamedTuple):
    """The weight of the block so far, by class."""

    normal: Weight
    operational: Weight
    mandatory: Weight

    def value(self) -> dict[str, dict[str, int]]:
        """The SCALE value."""
        return {
            "normal": self.normal.value(),
            "operational": self.operational.value(),
            "mandatory": self.mandatory.value(),
        }

    def with_class(self, place: int, weight: Weight) -> Used:
        """The same with another weight for one class."""
        weights = list(self)
        weights[place] = weight
        return Used(*weights)

    @property
    def total(self) -> Weight:
        return self.normal.plus(self.operational).plus(self.mandatory)


_PLACES: dict[DispatchClass, int] = {"Normal": 0, "Operational": 1, "Mandatory": 2}


def _read(value: dict[str, dict[str, int]]) -> Used:
    return Used(*map(_weight, value.values()))


def _used(ctx: Context) -> Used:
    return ctx.derived(system.storage.BlockWeight, _read)


def _note(ctx: Context, used: Used) -> None:
    ctx.set_derived(system.storage.BlockWeight, used.value(), _read, used)


def consumed(ctx: Context) -> Weight:
    """The weight of the block so far, over all classes."""
    return _used(ctx).total


def register(ctx: Context, kind: DispatchClass, weight: Weight) -> None:
    """Add weight to the block without checking the limits."""
    used, place = _used(ctx), _PLACES[kind]
    _note(ctx, used.with_class(place, used[place].plus(weight)))


def reduce(ctx: Context, kind: DispatchClass, weight: Weight) -> None:
    """Subtract weight that was added and not used."""
    if weight == ZERO:
        return
    used, place = _used(ctx), _PLACES[kind]
    _note(ctx, used.with_class(place, used[place].minus(weight)))


def check_extrinsic(ctx: Context, kind: DispatchClass, weight: Weight, length: int) -> None:
    """Refuse an extrinsic that no block can hold, with `ExhaustsResources`."""
    limits = limits_of(ctx.schema).classes[kind]
    longest = limits.max_extrinsic
    if length > limits.max_length:
        raise invalid("ExhaustsResources")
    if longest is not None and _with_length(weight, length).exceeds(longest):
        raise invalid("ExhaustsResources")


def take_up(ctx: Context, kind: DispatchClass, weight: Weight, length: int) -> None:
    """Add an extrinsic to the block; refuse it if the block has no room."""
    limits = limits_of(ctx.schema).classes[kind]
    total_length = (ctx.get(system.storage.AllExtrinsicsLen) or 0) + length
    if total_length > limits.max_length:
        raise invalid("ExhaustsResources")
    used, place = _used(ctx), _PLACES[kind]
    own = used[place].plus(_with_length(weight, length)).plus(limits.base_extrinsic)
    used = used.with_class(place, own)
    if _is_overfull(limits, own, used.total, max_block(ctx)):
        raise invalid("ExhaustsResources")
    _note(ctx, used)
    ctx.set(system.storage.AllExtrinsicsLen, total_length)


def _with_length(weight: Weight, length: int) -> Weight:
    """The weight plus the length, as the extrinsic is part of the block's proof."""
    return weight.plus(Weight(0, length))


def _is_overfull(limits: ClassLimits, own: Weight, total: Weight, most: Weight) -> bool:
    """Whether the class limit, or the block limit beyond the class's reserve, is exceeded."""
    if limits.max_total is not None and own.exceeds(limits.max_total):
        return True
    if not total.exceeds(most):
        return False
    return limits.reserved is not None and own.exceeds(limits.reserved)
