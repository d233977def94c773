"""Commit and reveal by a salted hash: the commitments, their epochs and their expiry.

A commitment may be revealed in exactly one epoch, `RevealPeriodEpochs` after its own, and expires
with it. Epochs are counted by `SubnetEpochIndex`; one that is due in this block counts already.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from btsdk.keys.hashing import blake2_256
from btsdk.scale.primitives import compact_encode
from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context, ensure, fail
from local_node.runtime.pallets.subtensor.coinbase.epoch_schedule import should_run_epoch

MAX_UNREVEALED = 10
MIN_REVEAL_PERIOD = 1
MAX_REVEAL_PERIOD = 100


class Commit(NamedTuple):
    """An entry of `WeightCommits`; the last number is no longer used."""

    hash: bytes
    epoch: int
    block: int
    unused: int = 0


class Reveal(NamedTuple):
    """The hashed values: uids, weights, salt and version key."""

    uids: Sequence[int]
    values: Sequence[int]
    salt: Sequence[int]
    version_key: int


def commit_hash(hotkey: bytes, index: int, reveal: Reveal) -> bytes:
    """Blake2-256 of the SCALE tuple `(hotkey, storage index, uids, values, salt, version key)`."""
    return blake2_256(
        hotkey
        + index.to_bytes(2, "little")
        + _encode_u16s(reveal.uids)
        + _encode_u16s(reveal.values)
        + _encode_u16s(reveal.salt)
        + reveal.version_key.to_bytes(8, "little")
    )


def current_epoch(ctx: Context, netuid: int) -> int:
    index: int = ctx.get(storage.SubnetEpochIndex, netuid)
    return index + 1 if should_run_epoch(ctx, netuid) else index


def may_reveal(ctx: Context, netuid: int, epoch: int) -> bool:
    period = ctx.get(storage.RevealPeriodEpochs, netuid)
    return bool(current_epoch(ctx, netuid) == epoch + period)


def is_expired(ctx: Context, netuid: int, epoch: int) -> bool:
    period = ctx.get(storage.RevealPeriodEpochs, netuid)
    return bool(current_epoch(ctx, netuid) > epoch + period)


def commits_of(ctx: Context, index: int, hotkey: bytes) -> list[Commit] | None:
    stored = ctx.get(storage.WeightCommits, (index, hotkey))
    return None if stored is None else [Commit(*commit) for commit in stored]


def store_commits(ctx: Context, index: int, hotkey: bytes, commits: list[Commit]) -> None:
    stored: list[Any] = [tuple(commit) for commit in commits]
    if stored:
        ctx.put(storage.WeightCommits, (index, hotkey), stored)
    else:
        ctx.remove(storage.WeightCommits, (index, hotkey))


def drop_expired(ctx: Context, netuid: int, commits: list[Commit]) -> set[bytes]:
    """Remove expired commitments from the front of the queue; return their hashes."""
    expired = set()
    while commits and is_expired(ctx, netuid, commits[0].epoch):
        expired.add(commits.pop(0).hash)
    return expired


def position_of(commits: Sequence[Commit], expired: set[bytes], wanted: bytes) -> int:
    """The position of the commitment in the queue; fails if it is expired or missing."""
    for position, commit in enumerate(commits):
        if commit.hash == wanted:
            return position
    if wanted in expired:
        raise fail(errors.ExpiredWeightCommit)
    raise fail(errors.InvalidRevealCommitHashNotMatch)


def ensure_reveal_period(period: int) -> None:
    ensure(period <= MAX_REVEAL_PERIOD, errors.RevealPeriodTooLarge)
    ensure(period >= MIN_REVEAL_PERIOD, errors.RevealPeriodTooSmall)


def _encode_u16s(numbers: Sequence[int]) -> bytes:
    return compact_encode(len(numbers)) + b"".join(n.to_bytes(2, "little") for n in numbers)
