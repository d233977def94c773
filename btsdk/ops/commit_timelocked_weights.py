"""Weights that are encrypted to a round of the drand beacon, and revealed by the chain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.errors import RpcError, UsageError
from btsdk.events.subtensor import TimelockedWeightsCommitted
from btsdk.keys import ss58
from btsdk.ops.weight_row import NO_COMMITMENTS, WeightRow, row_findings, scaled, settle_row
from btsdk.reads.weights import Opening, WeightRules, opening, storage_index, weight_rules
from btsdk.rpc.effects import Program, RpcCall, ask
from btsdk.scale.primitives import compact_encode
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Encodable
from btsdk.tx.outcome import expected

__all__ = ["CommitTimelockedWeights"]

TIMELOCKED_VERSION = 4
"""The `CommitRevealWeightsVersion` whose sealed weights include the hotkey."""


@dataclass(frozen=True)
class CommitTimelockedWeights:
    """Commit to weights that stay encrypted until the epoch in which they count.

    Signed by the validator's hotkey. They are sealed to a round of the chain's beacon when the
    operation is prepared; prepare again rather than send an old plan. `version_key` defaults to the
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
        """`commit_timelocked_weights`, or `commit_timelocked_mechanism_weights`."""
        rules = yield from weight_rules(at, self.netuid, self.mechanism)
        if rules.commit_version not in (None, TIMELOCKED_VERSION):
            raise UsageError(
                f"the chain takes weight commitments of version {rules.commit_version}, and this "
                f"release seals version {TIMELOCKED_VERSION}"
            )
        when = yield from opening(at, self.netuid)
        if when is None:
            raise UsageError(f"subnet {self.netuid} has a tempo of 0: no epoch would reveal them")
        row = scaled(self.uids, self.weights)
        found = yield from row_findings(at, rules, row, origin, committed=True)
        warnings, refusals = found.warnings, found.refusals
        if rules.commit_version is None:
            refusals = (NO_COMMITMENTS, *refusals)
        revealed = f"the chain reveals them near block {when.block}"
        if not when.pulses_come and not (yield from node_has_beacon()):
            revealed = "the chain reveals them once it has the pulse of that round"
            warnings += (no_pulses(when),)
        effects = (
            f"{len(row.uids)} weights of {origin} are committed on subnet {self.netuid}",
            f"nobody can read them before round {when.round} of the beacon; {revealed}",
        )
        index = storage_index(self.netuid, self.mechanism)
        hotkey = ss58.decode(origin)
        expects = (
            expected(
                TimelockedWeightsCommitted,
                hotkey=hotkey,
                netuid_index=index,
                reveal_round=when.round,
            ),
        )
        call = self._call(row, rules, when, origin)
        return Draft(call, effects, warnings, expects=expects, refusals=refusals)

    def _call(self, row: WeightRow, rules: WeightRules, when: Opening, origin: str) -> Encodable:
        from btsdk.timelock import encryption  # noqa: PLC0415  # loads a curve

        key = rules.version_key if self.version_key is None else self.version_key
        message = sealed_message(ss58.decode(origin), row, key)
        commit = encryption.encrypt(message, when.round, when.public_key)
        if self.mechanism == 0:
            return calls.CommitTimelockedWeights(
                netuid=self.netuid,
                commit=commit,
                reveal_round=when.round,
                commit_reveal_version=TIMELOCKED_VERSION,
            )
        return calls.CommitTimelockedMechanismWeights(
            netuid=self.netuid,
            mecid=self.mechanism,
            commit=commit,
            reveal_round=when.round,
            commit_reveal_version=TIMELOCKED_VERSION,
        )


def node_has_beacon() -> Program[bool]:
    """Whether the node is a local one with its own beacon."""
    try:
        info = yield from ask(RpcCall("dev_nodeInfo"))
    except RpcError:
        return False
    return isinstance(info, dict) and info.get("beacon") is True


def no_pulses(when: Opening) -> str:
    """The warning for a chain without recent drand pulses."""
    last = (
        f"its last drand pulse is of round {when.stored}, and the current round is {when.running}"
        if when.stored
        else "it has no drand pulse"
    )
    return (
        f"the chain receives no pulses ({last}): it does not reveal sealed weights until it has "
        "the pulse of their round. On a local chain, run a node: `btcli node start` for chain dev; "
        "chains fast and local have a beacon only if they were started with --beacon (for an "
        "existing chain with --fresh --beacon, which deletes it)"
    )


def sealed_message(hotkey: bytes, row: WeightRow, version_key: int) -> bytes:
    """The plaintext to seal: SCALE of the hotkey (as bytes), uids, values and version key."""
    parts = [compact_encode(len(hotkey)), hotkey]
    for numbers in (row.uids, row.values):
        parts.append(compact_encode(len(numbers)))
        parts += [number.to_bytes(2, "little") for number in numbers]
    return b"".join(parts) + version_key.to_bytes(8, "little")
