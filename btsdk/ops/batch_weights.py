"""Weights of one hotkey on several subnets, or several reveals on one, in one call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.errors import UsageError
from btsdk.events.subtensor import BatchWeightsCompleted, WeightsBatchRevealed
from btsdk.keys import ss58
from btsdk.ops.commit_weights import CommitWeights, RevealWeights, weight_hash
from btsdk.ops.set_weights import SetWeights
from btsdk.ops.weight_row import scaled
from btsdk.reads.weights import storage_index, weight_rules
from btsdk.rpc.effects import Program
from btsdk.rpc.parallel import gather
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Encodable, drafted
from btsdk.tx.outcome import expected

__all__ = ["BatchCommitWeights", "BatchRevealWeights", "BatchSetWeights"]


@dataclass(frozen=True)
class BatchSetWeights:
    """Set weights on several subnets (`batch_set_weights`): one that fails does not stop the
    others, and is reported by an event `BatchWeightItemFailed` of the receipt.

    For subnets without commitments, and their first mechanism.
    """

    rows: Sequence[SetWeights]

    def __post_init__(self) -> None:
        _settle(self.rows, SetWeights)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`batch_set_weights`."""
        rules = yield from gather([weight_rules(at, one.netuid) for one in self.rows])
        drafts = yield from gather([drafted(one, at, origin) for one in self.rows])
        rows = [scaled(one.uids, one.weights) for one in self.rows]
        call = calls.BatchSetWeights(
            netuids=[one.netuid for one in self.rows],
            weights=[list(zip(row.uids, row.values, strict=True)) for row in rows],
            version_keys=[
                rule.version_key if one.version_key is None else one.version_key
                for one, rule in zip(self.rows, rules, strict=True)
            ],
        )
        sealed = [
            f"subnet {one.netuid} takes only commitments: its weights are refused"
            for one, rule in zip(self.rows, rules, strict=True)
            if rule.commit_version is not None
        ]
        return _batch(call, drafts, origin, [one.netuid for one in self.rows], sealed)


@dataclass(frozen=True)
class BatchCommitWeights:
    """Commit to weights on several subnets by hash (`batch_commit_weights`): one that fails does
    not stop the others. Keep the commitments: each is revealed by itself."""

    commits: Sequence[CommitWeights]

    def __post_init__(self) -> None:
        _settle(self.commits, CommitWeights)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`batch_commit_weights`."""
        drafts = yield from gather([drafted(one, at, origin) for one in self.commits])
        netuids = [one.netuid for one in self.commits]
        hashes = [_hash(one, origin) for one in self.commits]
        call = calls.BatchCommitWeights(netuids=netuids, commit_hashes=hashes)
        return _batch(call, drafts, origin, netuids, [])


@dataclass(frozen=True)
class BatchRevealWeights:
    """Reveal several commitments on one subnet (`batch_reveal_weights`), all or none; the last one
    counts."""

    reveals: Sequence[RevealWeights]

    def __post_init__(self) -> None:
        _settle(self.reveals, RevealWeights)
        if len({one.netuid for one in self.reveals}) > 1:
            raise UsageError("the reveals of a batch are of one subnet")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`batch_reveal_weights`."""
        drafts = yield from gather([drafted(one, at, origin) for one in self.reveals])
        netuid = self.reveals[0].netuid
        rows = [one.row for one in self.reveals]
        call = calls.BatchRevealWeights(
            netuid=netuid,
            uids_list=[list(row.uids) for row in rows],
            values_list=[list(row.values) for row in rows],
            salts_list=[list(one.salt) for one in self.reveals],
            version_keys=[one.version_key for one in self.reveals],
        )
        hashes = [_hash(one, origin) for one in self.reveals]
        expects = (
            expected(
                WeightsBatchRevealed,
                hotkey=ss58.decode(origin),
                netuid=netuid,
                revealed_hashes=hashes,
            ),
        )
        effects = tuple(effect for one in drafts for effect in one.effects)
        warnings = tuple(warning for one in drafts for warning in one.warnings)
        refusals = tuple(refusal for one in drafts for refusal in one.refusals)
        return Draft(call, effects, warnings, expects=expects, refusals=refusals)


def _batch(
    call: Encodable,
    drafts: Sequence[Draft],
    origin: str,
    netuids: list[int],
    sealed: Sequence[str],
) -> Draft:
    """The draft of independent items: what the chain refuses of one is a warning."""
    effects = tuple(effect for one in drafts for effect in one.effects)
    numbered = (
        f"subnet {netuid}: {warning}"
        for netuid, one in zip(netuids, drafts, strict=True)
        for warning in one.warnings
    )
    expects = (expected(BatchWeightsCompleted, netuids=netuids, hotkey=ss58.decode(origin)),)
    return Draft(call, effects, (*sealed, *numbered), expects=expects)


def _hash(one: CommitWeights | RevealWeights, origin: str) -> bytes:
    index = storage_index(one.netuid)
    return weight_hash(ss58.decode(origin), index, one.row, one.salt, one.version_key)


def _settle(items: Sequence[object], kind: type) -> None:
    if not items:
        raise UsageError("a batch needs at least one operation")
    for item in items:
        if not isinstance(item, kind):
            raise UsageError(f"each item is a {kind.__name__}, not {type(item).__name__}")
        if getattr(item, "mechanism", 0):
            raise UsageError("the chain's batches set only the weights of mechanism 0")
