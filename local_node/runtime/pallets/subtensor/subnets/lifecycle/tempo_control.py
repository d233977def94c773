"""`set_tempo`, `set_activity_cutoff_factor`, `trigger_epoch`: the owner's control of the tempo."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, events, storage
from local_node.runtime.frame import Context, Origin, ensure
from local_node.runtime.pallets.subtensor.owners import (
    blocks_until_next_auto_epoch,
    ensure_owner,
    ensure_owner_or_root,
    ensure_window_open,
)
from local_node.runtime.pallets.subtensor.rate_limits import (
    MAX_TEMPO,
    MIN_TEMPO,
    TEMPO_UPDATE,
    hyperparameter_update,
)

# Thousandths of a tempo.
MIN_ACTIVITY_CUTOFF_FACTOR = 1_000
MAX_ACTIVITY_CUTOFF_FACTOR = 50_000

_CUTOFF_UPDATE = hyperparameter_update("ActivityCutoffFactorMilli")
_EPOCH_TRIGGER = hyperparameter_update("TriggerEpoch")


def set_tempo(ctx: Context, origin: Origin, netuid: int, tempo: int) -> None:
    """Set the tempo, by the owner, within bounds, at most once in `MIN_TEMPO` blocks."""
    owner = ensure_owner(ctx, origin, netuid)
    ensure(MIN_TEMPO <= tempo <= MAX_TEMPO, errors.TempoOutOfBounds)
    ensure_window_open(ctx, netuid)
    ensure(TEMPO_UPDATE.passes(ctx, owner, netuid), errors.TxRateLimitExceeded)

    apply_tempo(ctx, netuid, tempo)
    TEMPO_UPDATE.record(ctx, owner, netuid)


def apply_tempo(ctx: Context, netuid: int, tempo: int) -> None:
    """Set the tempo and start a new cycle in this block."""
    ctx.put(storage.Tempo, netuid, tempo)
    ctx.emit(events.TempoSet, netuid, tempo)
    ctx.put(storage.LastEpochBlock, netuid, ctx.block_number)


def set_activity_cutoff_factor(
    ctx: Context, origin: Origin, netuid: int, factor_milli: int
) -> None:
    """Set the activity cutoff, in thousandths of a tempo."""
    owner = ensure_owner_or_root(ctx, origin, netuid)
    ensure(
        MIN_ACTIVITY_CUTOFF_FACTOR <= factor_milli <= MAX_ACTIVITY_CUTOFF_FACTOR,
        errors.ActivityCutoffFactorMilliOutOfBounds,
    )
    if owner is not None:
        ensure_window_open(ctx, netuid)
        ensure(_CUTOFF_UPDATE.passes(ctx, owner, netuid), errors.TxRateLimitExceeded)

    ctx.put(storage.ActivityCutoffFactorMilli, netuid, factor_milli)
    ctx.emit(events.ActivityCutoffFactorMilliSet, netuid=netuid, factor_milli=factor_milli)
    if owner is not None:
        _CUTOFF_UPDATE.record(ctx, owner, netuid)


def trigger_epoch(ctx: Context, origin: Origin, netuid: int) -> None:
    """Run an epoch after the freeze window, which starts now.

    Refused under commit and reveal, whose epochs must be predictable.
    """
    owner = ensure_owner(ctx, origin, netuid)
    commit_reveal = ctx.get(storage.CommitRevealWeightsEnabled, netuid)
    ensure(not commit_reveal, errors.DynamicTempoBlockedByCommitReveal)
    pending = ctx.get(storage.PendingEpochAt, netuid)
    ensure(pending == 0, errors.EpochTriggerAlreadyPending)
    window = ctx.get(storage.AdminFreezeWindow)
    remaining = blocks_until_next_auto_epoch(ctx, netuid)
    ensure(remaining is None or remaining >= window, errors.AutoEpochAlreadyImminent)
    ensure(_EPOCH_TRIGGER.passes(ctx, owner, netuid), errors.TxRateLimitExceeded)

    fires_at = ctx.block_number + window
    ctx.put(storage.PendingEpochAt, netuid, fires_at)
    _EPOCH_TRIGGER.record(ctx, owner, netuid)
    ctx.emit(events.EpochTriggered, netuid=netuid, by=owner, fires_at=fires_at)
