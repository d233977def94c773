"""`reveal_weights`, `reveal_mechanism_weights`, `batch_reveal_weights`: reveal committed weights.

A reveal matches the commitment with the same hash, in its epoch. A single reveal discards older
commitments.
"""

from __future__ import annotations

from collections.abc import Sequence

from chain_spec.pallets.subtensor import errors, events, storage
from local_node.runtime.frame import Context, Origin, ensure, ensure_signed, fail
from local_node.runtime.pallets.subtensor.subnets.mechanism import MAIN, storage_index
from local_node.runtime.pallets.subtensor.subnets.weights.commits import (
    Commit,
    Reveal,
    commit_hash,
    commits_of,
    drop_expired,
    may_reveal,
    position_of,
    store_commits,
)
from local_node.runtime.pallets.subtensor.subnets.weights.rows import set_weights_of


def reveal_weights(
    ctx: Context,
    origin: Origin,
    netuid: int,
    uids: Sequence[int],
    values: Sequence[int],
    salt: Sequence[int],
    version_key: int,
) -> None:
    """Reveal for the subnet's first mechanism."""
    reveal_mechanism_weights(ctx, origin, netuid, MAIN, uids, values, salt, version_key)


def reveal_mechanism_weights(
    ctx: Context,
    origin: Origin,
    netuid: int,
    mecid: int,
    uids: Sequence[int],
    values: Sequence[int],
    salt: Sequence[int],
    version_key: int,
) -> None:
    hotkey = ensure_signed(origin)
    _ensure_enabled(ctx, netuid)
    index = storage_index(netuid, mecid)
    commits, expired = _open_commits(ctx, netuid, index, hotkey)
    revealed = commit_hash(hotkey, index, Reveal(uids, values, salt, version_key))
    if not commits and revealed not in expired:
        raise fail(errors.NoWeightsCommitFound)
    position = position_of(commits, expired, revealed)
    ensure(may_reveal(ctx, netuid, commits[position].epoch), errors.RevealTooEarly)

    store_commits(ctx, index, hotkey, commits[position + 1 :])
    set_weights_of(ctx, hotkey, netuid, mecid, uids, values, version_key)
    ctx.emit(events.WeightsRevealed, hotkey, index, revealed)


def batch_reveal_weights(
    ctx: Context,
    origin: Origin,
    netuid: int,
    uids_list: Sequence[Sequence[int]],
    values_list: Sequence[Sequence[int]],
    salts_list: Sequence[Sequence[int]],
    version_keys: Sequence[int],
) -> None:
    """Several reveals on one subnet, all or none; commitments between them stay."""
    ensure(
        len(uids_list) == len(values_list) == len(salts_list) == len(version_keys),
        errors.InputLengthsUnequal,
    )
    hotkey = ensure_signed(origin)
    _ensure_enabled(ctx, netuid)
    index = storage_index(netuid)
    commits, expired = _open_commits(ctx, netuid, index, hotkey)
    reveals = [
        Reveal(*parts)
        for parts in zip(uids_list, values_list, salts_list, version_keys, strict=True)
    ]
    hashes = [commit_hash(hotkey, index, reveal) for reveal in reveals]
    for revealed in hashes:
        epoch = commits[position_of(commits, expired, revealed)].epoch
        ensure(may_reveal(ctx, netuid, epoch), errors.RevealTooEarly)

    for reveal, revealed in zip(reveals, hashes, strict=True):
        commits.pop(position_of(commits, expired, revealed))
        set_weights_of(ctx, hotkey, netuid, MAIN, reveal.uids, reveal.values, reveal.version_key)
    store_commits(ctx, index, hotkey, commits)
    ctx.emit(events.WeightsBatchRevealed, hotkey, netuid, hashes)


def _ensure_enabled(ctx: Context, netuid: int) -> None:
    enabled = ctx.get(storage.CommitRevealWeightsEnabled, netuid)
    ensure(enabled, errors.CommitRevealDisabled)


def _open_commits(
    ctx: Context, netuid: int, index: int, hotkey: bytes
) -> tuple[list[Commit], set[bytes]]:
    """The hotkey's commitments that are still valid, and the hashes of expired ones."""
    commits = commits_of(ctx, index, hotkey)
    if commits is None:
        raise fail(errors.NoWeightsCommitFound)
    return commits, drop_expired(ctx, netuid, commits)
