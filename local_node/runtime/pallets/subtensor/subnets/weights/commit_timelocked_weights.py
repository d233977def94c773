"""Timelocked commitments: weights encrypted to a future drand round, revealed by the chain.

The chain stores them by epoch and reveals them once the round's pulse is known.
"""

from __future__ import annotations

from btsdk.keys.hashing import blake2_256
from chain_spec.pallets.subtensor import errors, events, storage
from local_node.runtime.frame import Context, Origin, ensure, ensure_signed
from local_node.runtime.pallets.subtensor.subnets.mechanism import (
    MAIN,
    ensure_mechanism_exists,
    storage_index,
)
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import set_last_update, uid_of
from local_node.runtime.pallets.subtensor.subnets.weights.commits import (
    MAX_UNREVEALED,
    current_epoch,
)
from local_node.runtime.pallets.subtensor.subnets.weights.rows import passes_rate_limit

_CRV3_VERSION = 4


def commit_timelocked_weights(
    ctx: Context,
    origin: Origin,
    netuid: int,
    commit: bytes,
    reveal_round: int,
    commit_reveal_version: int,
) -> None:
    """A commitment for the subnet's first mechanism."""
    commit_timelocked_mechanism_weights(
        ctx, origin, netuid, MAIN, commit, reveal_round, commit_reveal_version
    )


def commit_timelocked_mechanism_weights(
    ctx: Context,
    origin: Origin,
    netuid: int,
    mecid: int,
    commit: bytes,
    reveal_round: int,
    commit_reveal_version: int,
) -> None:
    """The version must be the chain's `CommitRevealWeightsVersion`."""
    ensure_mechanism_exists(ctx, netuid, mecid)
    hotkey = ensure_signed(origin)
    enabled = ctx.get(storage.CommitRevealWeightsEnabled, netuid)
    ensure(enabled, errors.CommitRevealDisabled)
    version = ctx.get(storage.CommitRevealWeightsVersion)
    ensure(commit_reveal_version == version, errors.IncorrectCommitRevealVersion)
    uid = uid_of(ctx, netuid, hotkey)
    ensure(passes_rate_limit(ctx, netuid, mecid, uid), errors.CommittingWeightsTooFast)
    index = storage_index(netuid, mecid)
    key = (index, current_epoch(ctx, netuid))
    commits = ctx.get(storage.TimelockedWeightCommits, key)
    own = sum(1 for account, *_ in commits if account == hotkey)
    ensure(own < MAX_UNREVEALED, errors.TooManyUnrevealedCommits)

    entry = (hotkey, ctx.block_number, commit, reveal_round)
    ctx.put(storage.TimelockedWeightCommits, key, [*commits, entry])
    ctx.emit(events.TimelockedWeightsCommitted, hotkey, index, blake2_256(commit), reveal_round)
    set_last_update(ctx, index, uid, ctx.block_number)


def commit_crv3_mechanism_weights(
    ctx: Context, origin: Origin, netuid: int, mecid: int, commit: bytes, reveal_round: int
) -> None:
    """The older form without a version, which is version 4."""
    commit_timelocked_mechanism_weights(
        ctx, origin, netuid, mecid, commit, reveal_round, _CRV3_VERSION
    )
