"""Root's limits on stored extrinsics: number, lifetime and weight."""

from __future__ import annotations

from chain_spec.pallets import mev_shield
from local_node.runtime.frame import Context, Origin, ensure, ensure_root

HEAVIEST = 2_000_000_000_000
"""Half of a block's computation time, in picoseconds."""


def set_max_pending_extrinsics_number(ctx: Context, origin: Origin, value: int) -> None:
    """Set the maximum number of stored extrinsics."""
    ensure_root(origin)
    ctx.set(mev_shield.storage.MaxPendingExtrinsicsLimit, value)
    ctx.emit(mev_shield.events.MaxPendingExtrinsicsNumberSet, value)


def set_on_initialize_weight(ctx: Context, origin: Origin, value: int) -> None:
    """Set the computation time of all of them at the start of a block, in picoseconds."""
    ensure_root(origin)
    ensure(value <= HEAVIEST, mev_shield.errors.WeightExceedsAbsoluteMax)
    ctx.set(mev_shield.storage.OnInitializeWeight, value)
    ctx.emit(mev_shield.events.OnInitializeWeightSet, value)


def set_stored_extrinsic_lifetime(ctx: Context, origin: Origin, value: int) -> None:
    """Set the lifetime of one, in blocks."""
    ensure_root(origin)
    ctx.set(mev_shield.storage.ExtrinsicLifetime, value)
    ctx.emit(mev_shield.events.ExtrinsicLifetimeSet, value)


def set_max_extrinsic_weight(ctx: Context, origin: Origin, value: int) -> None:
    """Set the computation time of one of them, in picoseconds."""
    ensure_root(origin)
    ensure(value <= HEAVIEST, mev_shield.errors.WeightExceedsAbsoluteMax)
    ctx.set(mev_shield.storage.MaxExtrinsicWeight, value)
    ctx.emit(mev_shield.events.MaxExtrinsicWeightSet, value)
