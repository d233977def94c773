"""`commit_weights`, `commit_mechanism_weights`, `batch_commit_weights`: commit to a salted hash."""

from __future__ import annotations

from collections.abc import Sequence

from chain_spec.pallets.subtensor import errors, events, storage
from local_node.runtime.frame import Context, Origin, ensure, ensure_signed
from local_node.runtime.pallets.subtensor.subnets.mechanism import (
    MAIN,
    ensure_mechanism_exists,
    storage_index,
)
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import set_last_update, uid_of
from local_node.runtime.pallets.subtensor.subnets.weights.batch import run_batch
from local_node.runtime.pallets.subtensor.subnets.weights.commits import (
    MAX_UNREVEALED,
    Commit,
    commits_of,
    current_epoch,
    drop_expired,
    store_commits,
)
from local_node.runtime.pallets.subtensor.subnets.weights.rows import passes_rate_limit


def commit_weights(ctx: Context, origin: Origin, netuid: int, commit_hash: bytes) -> None:
    """A commitment for the subnet's first mechanism."""
    commit_mechanism_weights(ctx, origin, netuid, MAIN, commit_hash)


def commit_mechanism_weights(
    ctx: Context, origin: Origin, netuid: int, mecid: int, commit_hash: bytes
) -> None:
    """At most ten unrevealed commitments per hotkey; see `commits.commit_hash`."""
    ensure_mechanism_exists(ctx, netuid, mecid)
    hotkey = ensure_signed(origin)
    enabled = ctx.get(storage.CommitRevealWeightsEnabled, netuid)
    ensure(enabled, errors.CommitRevealDisabled)
    uid = uid_of(ctx, netuid, hotkey)
    ensure(passes_rate_limit(ctx, netuid, mecid, uid), errors.CommittingWeightsTooFast)
    index = storage_index(netuid, mecid)
    commits = commits_of(ctx, index, hotkey) or []
    drop_expired(ctx, netuid, commits)
    ensure(len(commits) < MAX_UNREVEALED, errors.TooManyUnrevealedCommits)

    commits.append(Commit(commit_hash, current_epoch(ctx, netuid), ctx.block_number))
    store_commits(ctx, index, hotkey, commits)
    ctx.emit(events.WeightsCommitted, hotkey, index, commit_hash)
    set_last_update(ctx, index, uid, ctx.block_number)


def batch_commit_weights(
    ctx: Context, origin: Origin, netuids: Sequence[int], commit_hashes: Sequence[bytes]
) -> None:
    """Commitments on several subnets; one that fails does not stop the others."""
    hotkey = ensure_signed(origin)
    ensure(len(netuids) == len(commit_hashes), errors.InputLengthsUnequal)

    def commit_on(position: int) -> None:
        commit_weights(ctx, origin, netuids[position], commit_hashes[position])

    run_batch(ctx, hotkey, netuids, commit_on)
