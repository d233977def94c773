"""The operations with which an owner controls the epochs of a subnet."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import admin_utils as admin_calls
from btsdk.calls import subtensor as calls
from btsdk.constants import subtensor as constants
from btsdk.events.subtensor import ActivityCutoffFactorMilliSet, EpochTriggered, TempoSet
from btsdk.integers import settle
from btsdk.keys import ss58
from btsdk.ops.checks import settle_netuid
from btsdk.ops.ownership import (
    acts_as_root,
    frozen,
    limit_effects,
    limited,
    not_owner,
    through_sudo,
)
from btsdk.reads.owner_limits import TEMPO, freeze_window, parameter_update
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import constant, storage, storage_many
from btsdk.storage import subtensor
from btsdk.tx.operation import Draft, Refusal
from btsdk.tx.outcome import expected

__all__ = ["SetActivityCutoffFactor", "SetTempo", "TriggerEpoch"]

_U16_MAX, _U32_MAX = (1 << 16) - 1, (1 << 32) - 1
_CUTOFF = parameter_update("ActivityCutoffFactorMilli")
_TRIGGER = parameter_update("TriggerEpoch")


@dataclass(frozen=True)
class SetTempo:
    """Set the blocks between two epochs of a subnet, signed by its owner. A new cycle starts."""

    netuid: int
    tempo: int

    def __post_init__(self) -> None:
        settle_netuid(self)
        settle(self, "tempo", 0, _U16_MAX)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`set_tempo`, or `sudo_set_tempo` on a newer chain."""
        refusals = yield from not_owner(at, self.netuid, origin)
        if not refusals:
            refusals = _outside(
                "the tempo",
                self.tempo,
                constant(at, constants.MinTempo),
                constant(at, constants.MaxTempo),
                "SubtensorModule.TempoOutOfBounds",
            )
            refusals += yield from frozen(at, self.netuid)
            refusals += yield from limited(at, TEMPO, self.netuid, origin)
        now = yield from storage(at, subtensor.Tempo, self.netuid)
        effects: tuple[str, ...] = (
            f"the tempo of subnet {self.netuid} is set to {self.tempo:,} blocks; it is {now:,} now",
            f"a new cycle starts: the next epoch runs {self.tempo:,} blocks later",
        )
        effects += yield from limit_effects(at, TEMPO, self.netuid, origin)
        if _is_for_admin_utils(at):
            later = admin_calls.SudoSetTempo(netuid=self.netuid, tempo=self.tempo)
            return Draft(later, effects, refusals=refusals)
        call = calls.SetTempo(netuid=self.netuid, tempo=self.tempo)
        expects = (expected(TempoSet, netuid=self.netuid, tempo=self.tempo),)
        return Draft(call, effects, expects=expects, refusals=refusals)


@dataclass(frozen=True)
class SetActivityCutoffFactor:
    """Set after how long without weights a validator counts as inactive, in thousandths of a
    tempo; signed by the subnet's owner or by the sudo key."""

    netuid: int
    factor: int

    def __post_init__(self) -> None:
        settle_netuid(self)
        settle(self, "factor", 0, _U32_MAX)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`set_activity_cutoff_factor`, of `AdminUtils` on a newer chain."""
        if (yield from acts_as_root(at, self.netuid, origin)):
            return (yield from through_sudo(self, at, origin))
        refusals = yield from not_owner(at, self.netuid, origin)
        if not refusals:
            refusals = self._outside(at)
            refusals += yield from frozen(at, self.netuid)
            refusals += yield from limited(at, _CUTOFF, self.netuid, origin)
        later = yield from limit_effects(at, _CUTOFF, self.netuid, origin)
        return (yield from self._draft(at, refusals, later))

    def draft_as_root(self, at: BlockContext, origin: str) -> Program[Draft]:
        """The same call with the Root origin, without freeze window and rate limit."""
        return (yield from self._draft(at, self._outside(at), ()))

    def _draft(
        self, at: BlockContext, refusals: tuple[Refusal, ...], later: tuple[str, ...]
    ) -> Program[Draft]:
        netuid = self.netuid
        tempo = yield from storage(at, subtensor.Tempo, netuid)
        blocks = self.factor * tempo // 1_000
        effect = (
            f"validators of subnet {self.netuid} count as inactive after {self.factor:,} "
            f"thousandths of a tempo without weights, {blocks:,} blocks"
        )
        if _is_for_admin_utils(at):
            kind = admin_calls.SudoSetActivityCutoffFactor
            there = kind(netuid=netuid, factor_milli=self.factor)
            return Draft(there, (effect, *later), refusals=refusals)
        call = calls.SetActivityCutoffFactor(netuid=netuid, factor_milli=self.factor)
        expects = (expected(ActivityCutoffFactorMilliSet, netuid=netuid, factor_milli=self.factor),)
        return Draft(call, (effect, *later), expects=expects, refusals=refusals)

    def _outside(self, at: BlockContext) -> tuple[Refusal, ...]:
        return _outside(
            "the factor",
            self.factor,
            constant(at, constants.MinActivityCutoffFactorMilli),
            constant(at, constants.MaxActivityCutoffFactorMilli),
            "SubtensorModule.ActivityCutoffFactorMilliOutOfBounds",
        )


@dataclass(frozen=True)
class TriggerEpoch:
    """Run an epoch of a subnet before its tempo has passed, signed by its owner.

    It runs once the freeze window, which starts at once, has passed.
    """

    netuid: int

    def __post_init__(self) -> None:
        settle_netuid(self)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`trigger_epoch`."""
        refusals = yield from not_owner(at, self.netuid, origin)
        if not refusals:
            refusals = yield from self._refusals(at, origin)
        length = yield from storage(at, subtensor.AdminFreezeWindow)
        effects: tuple[str, ...] = (
            f"an epoch of subnet {self.netuid} runs {length:,} blocks later; until then its "
            "hyperparameters are frozen",
        )
        effects += yield from limit_effects(at, _TRIGGER, self.netuid, origin)
        expects = (expected(EpochTriggered, netuid=self.netuid, by=ss58.decode(origin)),)
        call = calls.TriggerEpoch(netuid=self.netuid)
        return Draft(call, effects, expects=expects, refusals=refusals)

    def _refusals(self, at: BlockContext, origin: str) -> Program[tuple[Refusal, ...]]:
        sealed, pending = yield from storage_many(
            at,
            [
                (subtensor.CommitRevealWeightsEnabled, (self.netuid,)),
                (subtensor.PendingEpochAt, (self.netuid,)),
            ],
        )
        if sealed:
            reason = "the subnet's weights are committed and revealed: its epochs must be regular"
            return (Refusal("SubtensorModule.DynamicTempoBlockedByCommitReveal", reason),)
        if pending > at.number + 1:
            reason = f"an epoch is already pending for block {pending:,}"
            return (Refusal("SubtensorModule.EpochTriggerAlreadyPending", reason),)
        window = yield from freeze_window(at, self.netuid)
        found: tuple[Refusal, ...] = ()
        if window.frozen:
            reason = "the next regular epoch is nearer than the freeze window is long"
            found = (Refusal("SubtensorModule.AutoEpochAlreadyImminent", reason),)
        return found + (yield from limited(at, _TRIGGER, self.netuid, origin))


def _is_for_admin_utils(at: BlockContext) -> bool:
    """Whether owners set tempo and cutoff through `AdminUtils`.

    On such a chain, which is newer than 425, the calls of `SubtensorModule` cost a fee, succeed and
    change nothing.
    """
    return "sudo_set_activity_cutoff_factor" in at.metadata.pallet("AdminUtils").calls


def _outside(what: str, value: int, least: int, most: int, code: str) -> tuple[Refusal, ...]:
    if least <= value <= most:
        return ()
    return (Refusal(code, f"{what} is from {least:,} to {most:,}, not {value:,}"),)
