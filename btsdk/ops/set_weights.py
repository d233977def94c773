"""The operation that sets weights, in the form that the subnet requires."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.events.subtensor import WeightsSet
from btsdk.ops.commit_timelocked_weights import CommitTimelockedWeights
from btsdk.ops.weight_row import WeightRow, row_findings, scaled, settle_row
from btsdk.reads.weights import storage_index, weight_rules
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Encodable, Refusal
from btsdk.tx.outcome import expected

__all__ = ["SetWeights"]


@dataclass(frozen=True)
class SetWeights:
    """Set weights on the neurons of a subnet, signed by the validator's hotkey.

    `weights` are non-negative numbers; they are scaled so that the greatest becomes 65,535. If the
    subnet requires commitments, this is a `CommitTimelockedWeights`. `version_key` defaults to the
    subnet's.
    """

    netuid: int
    uids: Sequence[int]
    weights: Sequence[float]
    version_key: int | None = None
    mechanism: int = 0

    def __post_init__(self) -> None:
        settle_row(self)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`set_weights` (or `set_mechanism_weights`), or the timelocked commitment."""
        rules = yield from weight_rules(at, self.netuid, self.mechanism)
        if rules.commit_version is not None:
            sealed = CommitTimelockedWeights(
                self.netuid, self.uids, self.weights, self.version_key, self.mechanism
            )
            return (yield from sealed.draft(at, origin))
        row = scaled(self.uids, self.weights)
        found = yield from row_findings(at, rules, row, origin, committed=False)
        refusals = found.refusals
        key = rules.version_key if self.version_key is None else self.version_key
        effects = (f"{len(row.uids)} weights of {origin} are set on subnet {self.netuid}",)
        if rules.version_key and key < rules.version_key:
            reason = f"the subnet requires version key {rules.version_key}"
            refusal = Refusal("SubtensorModule.IncorrectWeightVersionKey", reason)
            refusals = (refusal, *refusals)
        index = storage_index(self.netuid, self.mechanism)
        expects = (expected(WeightsSet, netuid_index=index),)
        return Draft(self._call(row, key), effects, expects=expects, refusals=refusals)

    def _call(self, row: WeightRow, version_key: int) -> Encodable:
        dests, weights = list(row.uids), list(row.values)
        if self.mechanism == 0:
            return calls.SetWeights(
                netuid=self.netuid, dests=dests, weights=weights, version_key=version_key
            )
        return calls.SetMechanismWeights(
            netuid=self.netuid,
            mecid=self.mechanism,
            dests=dests,
            weights=weights,
            version_key=version_key,
        )
