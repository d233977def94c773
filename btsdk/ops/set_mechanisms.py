"""The operations that set a subnet's mechanisms, and the number of its uids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from btsdk.calls import admin_utils as calls
from btsdk.descriptors.calls import TypedCall
from btsdk.errors import UsageError
from btsdk.integers import settle
from btsdk.ops.checks import settle_netuid
from btsdk.ops.hyperparameter_checks import too_many_uids
from btsdk.ops.hyperparameter_values import share
from btsdk.ops.ownership import (
    Terms,
    acts_as_root,
    limit_effects,
    missing,
    terms_refusals,
    through_sudo,
)
from btsdk.ops.trimming import trimming_refusal
from btsdk.reads.hyperparameters import share_in_words
from btsdk.reads.mechanisms import SPLIT_TOTAL
from btsdk.reads.owner_limits import MECHANISM_COUNT, MECHANISM_SPLIT, TRIMMING, RateLimitKind
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage_many
from btsdk.storage import subtensor
from btsdk.tx.operation import Draft, Refusal

__all__ = ["SetMechanismCount", "SetMechanismEmissionSplit", "TrimSubnet"]

_U8_MAX, _U16_MAX = (1 << 8) - 1, (1 << 16) - 1
_MOST_MECHANISMS = 16
_NO_MECHANISM = "SubtensorModule.MechanismDoesNotExist"
_INVALID = "SubtensorModule.InvalidValue"


@dataclass(frozen=True)
class SetMechanismCount:
    """Set how many mechanisms a subnet has; their shares of the emission become equal. Signed by
    the subnet's owner, or by the sudo key."""

    netuid: int
    count: int

    def __post_init__(self) -> None:
        settle_netuid(self)
        settle(self, "count", 0, _U8_MAX)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`sudo_set_mechanism_count`."""
        return (yield from _drafted(self, at, origin))

    def draft_as_root(self, at: BlockContext, origin: str) -> Program[Draft]:
        """The same call with the Root origin: no rate limit, but the freeze window holds."""
        return (yield from _draft(self, at, None))

    limit = MECHANISM_COUNT
    missing = _NO_MECHANISM

    def call(self) -> TypedCall:
        """The call."""
        return calls.SudoSetMechanismCount(netuid=self.netuid, mechanism_count=self.count)

    def found(self, at: BlockContext) -> Program[_Found]:
        """Effects, warnings and a refusal of the value."""
        now, most, uids = yield from storage_many(
            at,
            [
                (subtensor.MechanismCountCurrent, (self.netuid,)),
                (subtensor.MaxMechanismCount, ()),
                (subtensor.MaxAllowedUids, (self.netuid,)),
            ],
        )
        most = min(most, _MOST_MECHANISMS)
        refusal = None if self.count > 0 else Refusal(_INVALID, "a subnet has a mechanism or more")
        if self.count > most:
            refusal = Refusal(_INVALID, f"the chain allows {most} mechanisms for each subnet")
        warnings: tuple[str, ...] = ()
        if 0 < self.count < now:
            lost = ", ".join(str(number) for number in range(self.count, now))
            warnings = (f"weights, bonds and incentives of mechanism {lost} are deleted",)
        effects = (
            f"subnet {self.netuid} has {self.count} mechanisms; it has {now} now",
            "their shares of the emission become equal",
        )
        return _Found(effects, warnings, refusal or too_many_uids(uids, self.count))


@dataclass(frozen=True)
class SetMechanismEmissionSplit:
    """Set the shares of a subnet's mechanisms in its emission: parts of 65,535, or percentages as
    text, that add up to the whole; None makes them equal. Signed by the subnet's owner, or by the
    sudo key."""

    netuid: int
    split: Sequence[int | str] | None

    def __post_init__(self) -> None:
        settle_netuid(self)
        if self.split is None:
            return
        if isinstance(self.split, str):
            raise UsageError("split is a list of shares, or None")
        object.__setattr__(self, "split", _parts(tuple(self.split)))

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`sudo_set_mechanism_emission_split`."""
        return (yield from _drafted(self, at, origin))

    def draft_as_root(self, at: BlockContext, origin: str) -> Program[Draft]:
        """The same call with the Root origin: no rate limit, but the freeze window holds."""
        return (yield from _draft(self, at, None))

    limit = MECHANISM_SPLIT
    missing = _NO_MECHANISM

    def call(self) -> TypedCall:
        """The call."""
        split: Any = None if self.split is None else list(self.split)
        return calls.SudoSetMechanismEmissionSplit(netuid=self.netuid, maybe_split=split)

    def found(self, at: BlockContext) -> Program[_Found]:
        """Effects and a refusal of the value."""
        if self.split is None:
            effect = f"the mechanisms of subnet {self.netuid} share its emission equally"
            return _Found((effect,), (), None)
        (count,) = yield from storage_many(at, [(subtensor.MechanismCountCurrent, (self.netuid,))])
        parts = [part for part in self.split if isinstance(part, int)]
        refusal = None
        if not parts or len(parts) > count:
            refusal = Refusal(_INVALID, f"subnet {self.netuid} has {count} mechanisms")
        elif sum(parts) != SPLIT_TOTAL:
            reason = f"the shares add up to {sum(parts):,}, not to {SPLIT_TOTAL:,}"
            refusal = Refusal(_INVALID, reason)
        shown = ", ".join(share_in_words(part, SPLIT_TOTAL) for part in parts)
        effect = f"the mechanisms of subnet {self.netuid} get {shown} of its emission"
        return _Found((effect,), (), refusal)


@dataclass(frozen=True)
class TrimSubnet:
    """Reduce the uids of a subnet: the neurons with the lowest emission are removed, and the others
    renumbered. Signed by the subnet's owner, or by the sudo key."""

    netuid: int
    max_uids: int

    def __post_init__(self) -> None:
        settle_netuid(self)
        settle(self, "max_uids", 0, _U16_MAX)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`sudo_trim_to_max_allowed_uids`."""
        return (yield from _drafted(self, at, origin))

    def draft_as_root(self, at: BlockContext, origin: str) -> Program[Draft]:
        """The same call with the Root origin: no rate limit, but the freeze window holds."""
        return (yield from _draft(self, at, None))

    limit = TRIMMING
    missing = "SubtensorModule.SubnetNotExists"

    def call(self) -> TypedCall:
        """The call."""
        return calls.SudoTrimToMaxAllowedUids(netuid=self.netuid, max_n=self.max_uids)

    def found(self, at: BlockContext) -> Program[_Found]:
        """Effects, warnings and a refusal of the value."""
        (count,) = yield from storage_many(at, [(subtensor.SubnetworkN, (self.netuid,))])
        effects: tuple[str, ...] = (f"subnet {self.netuid} has at most {self.max_uids} uids",)
        warnings: tuple[str, ...] = ()
        if count > self.max_uids:
            effects += (f"{count - self.max_uids} of its {count} neurons are removed",)
            warnings = ("the remaining neurons get new uids",)
        refusal = yield from trimming_refusal(at, self.netuid, self.max_uids, count)
        return _Found(effects, warnings, refusal)


@dataclass(frozen=True)
class _Found:
    """What a change means in the present state."""

    effects: tuple[str, ...]
    warnings: tuple[str, ...]
    refusal: Refusal | None


_Operation = SetMechanismCount | SetMechanismEmissionSplit | TrimSubnet


def _drafted(operation: _Operation, at: BlockContext, origin: str) -> Program[Draft]:
    if (yield from acts_as_root(at, operation.netuid, origin)):
        return (yield from through_sudo(operation, at, origin))
    return (yield from _draft(operation, at, origin))


def _draft(operation: _Operation, at: BlockContext, owner: str | None) -> Program[Draft]:
    limit: RateLimitKind = operation.limit
    terms = Terms(limit, window=True, missing=operation.missing)
    refusals = yield from terms_refusals(at, operation.netuid, terms, owner)
    absent = yield from missing(at, operation.netuid, operation.missing)
    found = yield from operation.found(at)
    if found.refusal is not None and not absent:
        refusals += (found.refusal,)
    effects = found.effects
    if owner is not None:
        effects += yield from limit_effects(at, limit, operation.netuid, owner)
    return Draft(operation.call(), effects, found.warnings, refusals=refusals)


def _parts(given: Sequence[int | str]) -> tuple[int, ...]:
    """The shares in parts. Rounding of percentages that make 100 is settled in the first one."""
    parts = [share("a share", part, SPLIT_TOTAL) for part in given]
    off = SPLIT_TOTAL - sum(parts)
    if off and abs(off) <= len(parts) and all(isinstance(part, str) for part in given):
        parts[0] += off
    return tuple(parts)
