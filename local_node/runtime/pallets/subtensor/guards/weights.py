"""The guard of weights: equal lengths, enough stake, a commitment that can be revealed now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chain_spec.pallets import drand
from chain_spec.pallets.subtensor import errors
from local_node.runtime.frame import Context, ensure, fail
from local_node.runtime.pallets.subtensor.subnets.mechanism import MAIN, storage_index
from local_node.runtime.pallets.subtensor.subnets.weights.commits import (
    Reveal,
    commit_hash,
    commits_of,
    may_reveal,
)
from local_node.runtime.pallets.subtensor.subnets.weights.rows import has_min_stake

Args = Mapping[str, Any]

# Batches: the lists that must have equal lengths.
_LISTS = {
    "batch_commit_weights": ("netuids", "commit_hashes"),
    "batch_reveal_weights": ("uids_list", "values_list", "salts_list", "version_keys"),
    "batch_set_weights": ("netuids", "weights", "version_keys"),
}
_REVEALS = frozenset({"reveal_weights", "reveal_mechanism_weights"})
_TIMELOCKED = frozenset(
    {
        "commit_timelocked_weights",
        "commit_timelocked_mechanism_weights",
        "commit_crv3_mechanism_weights",
    }
)
APPLIES_TO = (
    frozenset({"commit_weights", "commit_mechanism_weights", "set_weights"})
    | {"set_mechanism_weights"}
    | _LISTS.keys()
    | _REVEALS
    | _TIMELOCKED
)


def check(ctx: Context, who: bytes, name: str, args: Args) -> None:
    lengths = {len(args[key]) for key in _LISTS.get(name, ())}
    ensure(len(lengths) <= 1, errors.InputLengthsUnequal)
    for netuid in args["netuids"] if "netuids" in args else (args["netuid"],):
        ensure(has_min_stake(ctx, who, netuid), errors.NotEnoughStakeToSetWeights)
    _check_commit_reveal(ctx, who, name, args)


def _check_commit_reveal(ctx: Context, who: bytes, name: str, args: Args) -> None:
    if name in _REVEALS:
        reveal = Reveal(args["uids"], args["values"], args["salt"], args["version_key"])
        _check_reveals(ctx, who, args["netuid"], args.get("mecid", MAIN), [reveal])
    elif name == "batch_reveal_weights":
        lists = (args[key] for key in _LISTS[name])
        reveals = [Reveal(*parts) for parts in zip(*lists, strict=True)]
        _check_reveals(ctx, who, args["netuid"], MAIN, reveals)
    elif name in _TIMELOCKED:
        last = ctx.get(drand.storage.LastStoredRound)
        ensure(args["reveal_round"] >= last, errors.InvalidRevealRound)


def _check_reveals(
    ctx: Context, who: bytes, netuid: int, mechanism: int, reveals: list[Reveal]
) -> None:
    index = storage_index(netuid, mechanism)
    commits = commits_of(ctx, index, who)
    if commits is None:
        raise fail(errors.NoWeightsCommitFound)
    epochs = {commit.hash: commit.epoch for commit in reversed(commits)}
    for reveal in reveals:
        epoch = epochs.get(commit_hash(who, index, reveal))
        if epoch is None:
            raise fail(errors.NoWeightsCommitFound)
        ensure(may_reveal(ctx, netuid, epoch), errors.RevealTooEarly)
