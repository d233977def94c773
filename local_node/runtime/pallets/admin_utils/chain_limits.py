"""Chain settings with bounds, or with effects beyond the written value."""

from __future__ import annotations

from chain_spec.pallets.admin_utils import errors
from chain_spec.pallets.subtensor import events, storage
from local_node.runtime.arithmetic.fixed import U64F64
from local_node.runtime.frame import Context, Origin, ensure, ensure_root, fail
from local_node.runtime.pallets.subtensor.staking.exchange.nominations import (
    clear_small_nominations,
    nominator_min_stake,
)
from local_node.runtime.pallets.subtensor.subnets.mechanism import set_max_mechanism_count


def sudo_set_nominator_min_required_stake(ctx: Context, origin: Origin, min_stake: int) -> None:
    """Set the factor of the minimum stake, in millionths; a higher one clears smaller nominations.

    As in the source, the new factor is compared with the old minimum in rao.
    """
    ensure_root(origin)
    before = nominator_min_stake(ctx)
    ctx.set(storage.NominatorMinRequiredStake, min_stake)
    if min_stake > before:
        clear_small_nominations(ctx)


def sudo_set_tao_flow_normalization_exponent(ctx: Context, origin: Origin, exponent: int) -> None:
    """Set the exponent, a U64F64 between one and two."""
    ensure_root(origin)
    ensure(U64F64.one <= exponent <= U64F64.from_int(2), errors.InvalidValue)
    ctx.set(storage.FlowNormExponent, exponent)


def sudo_set_max_mechanism_count(ctx: Context, origin: Origin, max_mechanism_count: int) -> None:
    ensure_root(origin)
    set_max_mechanism_count(ctx, max_mechanism_count)


def sudo_set_max_epochs_per_block(ctx: Context, origin: Origin, max_epochs_per_block: int) -> None:
    ensure_root(origin)
    ensure(max_epochs_per_block >= 1, errors.ValueNotInBounds)
    ctx.set(storage.MaxEpochsPerBlock, max_epochs_per_block)
    ctx.emit(events.MaxEpochsPerBlockSet, max_epochs_per_block)


def sudo_set_total_issuance(ctx: Context, origin: Origin, total_issuance: int) -> None:
    """Always refused: issuance follows from minted and recycled amounts."""
    raise fail(errors.Deprecated)
