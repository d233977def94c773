"""Weights of a subnet: its rules, its epochs, and the beacon that opens sealed weights.

The time of a future block is computed from the chain's slots. A subnet with several mechanisms
stores the weights of each under an index of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.constants import aura
from btsdk.descriptors.inputs import Account
from btsdk.integers import NETUID_MAX, netuid_of, whole
from btsdk.keys import ss58
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import constant, storage, storage_many, storage_map
from btsdk.storage import drand, subtensor, timestamp

_MECHANISM_STRIDE = 4_096
_RECENT_ROUNDS = 100
"""Rounds: five minutes of drand's quicknet, whose pulses reach a chain within seconds."""
_MARGIN = 3
"""Blocks from the start of the epoch to the chosen round, as in Bittensor's own client."""


@dataclass(frozen=True)
class WeightRules:
    """A subnet's rules for weights; `commit_version` is None if they are set without a
    commitment."""

    netuid: int
    mechanism: int
    version_key: int
    least: int
    commit_version: int | None


@dataclass(frozen=True)
class Opening:
    """The opening of sealed weights: the beacon's key and round, and the block of the epoch.

    `stored` is the last round whose pulse the chain has, 0 for none; `running` is the current round
    at this block.
    """

    public_key: bytes
    round: int
    block: int
    stored: int
    running: int

    @property
    def pulses_come(self) -> bool:
        """Whether the last pulse is recent, so that the pulse of `round` should arrive."""
        return self.stored > 0 and self.running - self.stored <= _RECENT_ROUNDS


def storage_index(netuid: int, mechanism: int = 0) -> int:
    """The index under which the chain stores a mechanism's data."""
    return mechanism * _MECHANISM_STRIDE + netuid


def weight_rules(at: BlockContext, netuid: int, mechanism: int = 0) -> Program[WeightRules]:
    """The rules of a subnet at this block."""
    netuid = netuid_of(netuid)
    mechanism = whole(mechanism, "mechanism", 0, 255)
    version_key, least, enabled, version = yield from storage_many(
        at,
        [
            (subtensor.WeightsVersionKey, (netuid,)),
            (subtensor.MinAllowedWeights, (netuid,)),
            (subtensor.CommitRevealWeightsEnabled, (netuid,)),
            (subtensor.CommitRevealWeightsVersion, ()),
        ],
    )
    return WeightRules(netuid, mechanism, version_key, least, version if enabled else None)


def weights_of(
    at: BlockContext, netuid: int, uid: int, mechanism: int = 0
) -> Program[dict[int, int]]:
    """The row of a neuron: weight (of 65,535) by uid."""
    netuid = netuid_of(netuid)
    uid = whole(uid, "uid", 0, NETUID_MAX)
    mechanism = whole(mechanism, "mechanism", 0, 255)
    index = storage_index(netuid, mechanism)
    return dict((yield from storage(at, subtensor.Weights, index, uid)))


def opening(at: BlockContext, netuid: int) -> Program[Opening | None]:
    """The opening of weights that are committed now; None if the tempo is 0 (never).

    They open in the epoch `RevealPeriodEpochs` after the commitment's. The round is signed as that
    epoch begins: not before, if rounds are short enough, and always before the epoch can end.
    """
    netuid = netuid_of(netuid)
    tempo, last, pending, period, beacon, stored, now = yield from storage_many(
        at,
        [
            (subtensor.Tempo, (netuid,)),
            (subtensor.LastEpochBlock, (netuid,)),
            (subtensor.PendingEpochAt, (netuid,)),
            (subtensor.RevealPeriodEpochs, (netuid,)),
            (drand.BeaconConfig, ()),
            (drand.LastStoredRound, ()),
            (timestamp.Now, ()),
        ],
    )
    if not tempo:
        return None
    due = min(last + tempo, pending) if pending else last + tempo
    block = max(due, at.number + 1) + (period - 1) * tempo
    rounds = Rounds(beacon["genesis_time"] * 1000, beacon["period"] * 1000)
    clock = Clock(now, at.number, constant(at, aura.SlotDuration))
    wanted = round_for(rounds, clock, block, tempo)
    return Opening(beacon["public_key"], max(wanted, stored), block, stored, rounds.running_at(now))


@dataclass(frozen=True)
class Rounds:
    """A beacon's rounds, in milliseconds since 1970; the first one is number 1."""

    first: int
    period: int

    def running_at(self, moment: int) -> int:
        """The last round that is signed at a moment."""
        return max((moment - self.first) // self.period + 1, 1)

    def begin(self, number: int) -> int:
        """When a round is signed."""
        return self.first + (number - 1) * self.period


@dataclass(frozen=True)
class Clock:
    """The chain's clock: a block and its time, and the milliseconds between blocks."""

    now: int
    number: int
    slot: int

    def moment(self, number: int) -> int:
        """The time of a future block, if no slot stays empty."""
        return self.now + (number - self.number) * self.slot


def round_for(rounds: Rounds, clock: Clock, block: int, tempo: int) -> int:
    """The round for an epoch of `tempo` blocks that begins with `block`.

    It is the round running shortly after the epoch's start; if that is signed already, the next
    one, provided it comes in the first half of the epoch.
    """
    wanted = rounds.running_at(clock.moment(block + min(_MARGIN, tempo // 4)))
    coming = rounds.running_at(clock.now) + 1
    if wanted < coming and rounds.begin(coming) <= clock.moment(block + tempo // 2):
        return coming
    return wanted


@dataclass(frozen=True)
class TimelockedCommit:
    """Sealed weights that the chain has not revealed; committed in epoch `epoch` of the subnet, and
    opened by `reveal_round` of the beacon."""

    hotkey: str
    epoch: int
    block: int
    commit: bytes
    reveal_round: int


@dataclass(frozen=True)
class HashedCommit:
    """A commitment to weights by their hash, made in epoch `epoch` of the subnet."""

    digest: bytes
    epoch: int
    block: int


def timelocked_commits(
    at: BlockContext, netuid: int, mechanism: int = 0
) -> Program[tuple[TimelockedCommit, ...]]:
    """The sealed weights of a subnet that the chain has not revealed, by epoch."""
    index = storage_index(netuid_of(netuid), whole(mechanism, "mechanism", 0, 255))
    entries = yield from storage_map(at, subtensor.TimelockedWeightCommits, index)
    return tuple(
        TimelockedCommit(ss58.encode(who), epoch, block, commit, reveal_round)
        for (_, epoch), commits in sorted(entries, key=lambda entry: entry[0])
        for who, block, commit, reveal_round in commits
    )


def weight_commits(
    at: BlockContext, netuid: int, hotkey: Account, mechanism: int = 0
) -> Program[tuple[HashedCommit, ...]]:
    """A hotkey's commitments by hash that are not revealed, the oldest first; some may be
    expired."""
    index = storage_index(netuid_of(netuid), whole(mechanism, "mechanism", 0, 255))
    found = (yield from storage(at, subtensor.WeightCommits, index, hotkey)) or ()
    return tuple(HashedCommit(digest, epoch, block) for digest, epoch, block, _ in found)
