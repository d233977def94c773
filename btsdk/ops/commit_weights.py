"""Weights that are committed by a salted hash, and revealed later by the same hotkey."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field

from btsdk.calls import subtensor as calls
from btsdk.events.subtensor import WeightsCommitted, WeightsRevealed, WeightsSet
from btsdk.integers import whole
from btsdk.keys import ss58
from btsdk.keys.hashing import blake2_256
from btsdk.ops.weight_row import MOST, NO_COMMITMENTS, WeightRow, row_findings, scaled, settle_row
from btsdk.reads.epochs import coming_epoch
from btsdk.reads.weights import HashedCommit, storage_index, weight_commits, weight_rules
from btsdk.rpc.effects import Program
from btsdk.scale.primitives import compact_encode
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage
from btsdk.storage import subtensor
from btsdk.tx.operation import Draft, Encodable, Refusal
from btsdk.tx.outcome import expected

__all__ = ["CommitWeights", "RevealWeights"]

SALT_NUMBERS = 8


def new_salt() -> tuple[int, ...]:
    """A random salt: eight numbers of two bytes."""
    return tuple(secrets.randbelow(MOST + 1) for _ in range(SALT_NUMBERS))


@dataclass(frozen=True)
class _Committed:
    """The fields of both operations: the row, its version key, and the salt."""

    netuid: int
    uids: Sequence[int]
    weights: Sequence[float]
    version_key: int = 0
    salt: tuple[int, ...] = field(default_factory=new_salt, repr=False)
    mechanism: int = 0

    def __post_init__(self) -> None:
        settle_row(self)
        salt = tuple(whole(number, "number of a salt", 0, MOST) for number in self.salt)
        object.__setattr__(self, "salt", salt)

    @property
    def row(self) -> WeightRow:
        """The scaled row, as the chain hashes it."""
        return scaled(self.uids, self.weights)


@dataclass(frozen=True)
class CommitWeights(_Committed):
    """Commit to weights by a hash, signed by the validator's hotkey.

    Keep the operation, or its salt: `reveal()` returns the operation that reveals it, which must be
    sent exactly `RevealPeriodEpochs` epochs later.
    """

    def reveal(self) -> RevealWeights:
        """The operation that reveals this commitment."""
        return RevealWeights(
            self.netuid, self.uids, self.weights, self.version_key, self.salt, self.mechanism
        )

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`commit_weights`, or `commit_mechanism_weights`."""
        rules = yield from weight_rules(at, self.netuid, self.mechanism)
        found = yield from row_findings(at, rules, self.row, origin, committed=True)
        warnings, refusals = found.warnings, found.refusals
        if rules.commit_version is None:
            refusals = (NO_COMMITMENTS, *refusals)
        if self.version_key < rules.version_key:
            warnings += (f"the reveal needs the subnet's version key {rules.version_key}",)
        period = yield from storage(at, subtensor.RevealPeriodEpochs, self.netuid)
        effects = (
            f"{origin} commits to {len(self.row.uids)} weights on subnet {self.netuid}",
            f"they count once they are revealed, {period} epoch{'s' * (period > 1)} later",
        )
        hotkey, index = ss58.decode(origin), storage_index(self.netuid, self.mechanism)
        digest = weight_hash(hotkey, index, self.row, self.salt, self.version_key)
        expects = (
            expected(WeightsCommitted, hotkey=hotkey, netuid_index=index, commit_hash=digest),
        )
        return Draft(self._call(digest), effects, warnings, expects=expects, refusals=refusals)

    def _call(self, digest: bytes) -> Encodable:
        if self.mechanism == 0:
            return calls.CommitWeights(netuid=self.netuid, commit_hash=digest)
        return calls.CommitMechanismWeights(
            netuid=self.netuid, mecid=self.mechanism, commit_hash=digest
        )


@dataclass(frozen=True)
class RevealWeights(_Committed):
    """Reveal committed weights; every field, the salt included, must equal the commitment's."""

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`reveal_weights`, or `reveal_mechanism_weights`."""
        index = storage_index(self.netuid, self.mechanism)
        hotkey = ss58.decode(origin)
        commits = yield from weight_commits(at, self.netuid, origin, self.mechanism)
        digest = weight_hash(hotkey, index, self.row, self.salt, self.version_key)
        known = next((commit for commit in commits if commit.digest == digest), None)
        warnings: tuple[str, ...] = ("there is no current commitment to these weights",)
        refusals: tuple[Refusal, ...] = ()
        if known is not None:
            warnings, refusals = (), (yield from self._refusals(at, known))
        effects = (f"{len(self.row.uids)} weights of {origin} are set on subnet {self.netuid}",)
        expects = (
            expected(WeightsSet, netuid_index=index),
            expected(WeightsRevealed, hotkey=hotkey, netuid_index=index, commit_hash=digest),
        )
        return Draft(self._call(), effects, warnings, expects=expects, refusals=refusals)

    def _refusals(self, at: BlockContext, commit: HashedCommit) -> Program[tuple[Refusal, ...]]:
        """A commitment is revealed in one epoch alone."""
        period = yield from storage(at, subtensor.RevealPeriodEpochs, self.netuid)
        due = commit.epoch + period
        now, following = yield from coming_epoch(at, self.netuid)
        if now == due:
            return ()
        reason = f"the commitment is of epoch {commit.epoch} and is revealed in epoch {due}"
        if now > due:
            name, reason = "ExpiredWeightCommit", f"{reason}, which is over"
        else:
            name = "RevealTooEarly"
            begins = f", the next one, from block {following}" if due == now + 1 else ""
            reason = f"{reason}{begins}; the next block is of epoch {now}"
        return (Refusal(f"SubtensorModule.{name}", reason),)

    def _call(self) -> Encodable:
        uids, values, salt = list(self.row.uids), list(self.row.values), list(self.salt)
        if self.mechanism == 0:
            return calls.RevealWeights(
                netuid=self.netuid,
                uids=uids,
                values=values,
                salt=salt,
                version_key=self.version_key,
            )
        return calls.RevealMechanismWeights(
            netuid=self.netuid,
            mecid=self.mechanism,
            uids=uids,
            values=values,
            salt=salt,
            version_key=self.version_key,
        )


def weight_hash(
    hotkey: bytes, index: int, row: WeightRow, salt: Sequence[int], version_key: int
) -> bytes:
    """Blake2-256 of the SCALE of hotkey, storage index, uids, values, salt and version key."""
    parts = [hotkey, index.to_bytes(2, "little")]
    for numbers in (row.uids, row.values, salt):
        parts.append(compact_encode(len(numbers)))
        parts += [number.to_bytes(2, "little") for number in numbers]
    return blake2_256(b"".join(parts) + version_key.to_bytes(8, "little"))
