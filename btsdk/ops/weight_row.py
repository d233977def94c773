"""A row of weights: checked, and scaled as the chain stores it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Protocol

from btsdk.errors import UsageError
from btsdk.integers import index, settle, whole
from btsdk.keys import ss58
from btsdk.ops.checks import ROOT, settle_netuid
from btsdk.reads.neurons import uid
from btsdk.reads.rate_limits import weights_allowed_at
from btsdk.reads.subnets import subnet_exists
from btsdk.reads.weights import WeightRules
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage
from btsdk.storage import subtensor
from btsdk.tx.operation import Refusal

MOST = 65_535
"""The greatest weight of a row."""

_VERSION_KEY_MAX = (1 << 64) - 1

MECHANISMS = 16
"""The number of mechanisms that the chain's storage index can hold."""

NO_COMMITMENTS = Refusal(
    "SubtensorModule.CommitRevealDisabled", "the subnet takes no commitments: use SetWeights"
)


@dataclass(frozen=True)
class WeightRow:
    """Weights from 0 to 65,535, one for each uid."""

    uids: tuple[int, ...]
    values: tuple[int, ...]


class _Weighing(Protocol):
    """The fields of an operation with a row of weights."""

    @property
    def netuid(self) -> int: ...

    @property
    def uids(self) -> Sequence[int]: ...

    @property
    def weights(self) -> Sequence[float]: ...

    @property
    def version_key(self) -> int | None: ...


def settle_row(operation: _Weighing) -> None:
    """Make the fields plain integers and the row two tuples; raise `UsageError` if no subnet would
    take them."""
    settle_netuid(operation)
    if operation.netuid == ROOT:
        raise UsageError("the root network takes no weights")
    settle(operation, "mechanism", 0, MECHANISMS - 1)
    if operation.version_key is not None:
        settle(operation, "version_key", 0, _VERSION_KEY_MAX)
    uids = tuple(whole(number, "uid", 0, MOST) for number in operation.uids)
    weights = tuple(_weight(number) for number in operation.weights)
    if len(uids) != len(weights):
        raise UsageError(f"{len(uids)} uids and {len(weights)} weights: give one weight a uid")
    if len(set(uids)) != len(uids):
        raise UsageError("a uid appears twice in the row")
    if not any(weights):
        raise UsageError("all weights are zero", hint="Give at least one uid a weight.")
    object.__setattr__(operation, "uids", uids)
    object.__setattr__(operation, "weights", weights)


def _weight(value: float) -> float:
    """A weight as a plain number; integers keep all their digits."""
    number = index(value)
    try:
        weight = float(value) if number is None and not isinstance(value, str) else number
    except (TypeError, ValueError):
        weight = None
    if weight is None or not isfinite(weight) or weight < 0:
        raise UsageError(f"a weight is a non-negative number, not {value!r:.100}")
    return weight


def scaled(uids: Sequence[int], weights: Sequence[float]) -> WeightRow:
    """The row in integers: the greatest weight becomes 65,535, and zeros are dropped.

    Computed as in Bittensor's own client: in floating point, with halves rounded to even.
    """
    greatest = float(max(weights))
    pairs = [
        (number, round(float(weight) / greatest * MOST))
        for number, weight in zip(uids, weights, strict=True)
    ]
    kept = [(number, value) for number, value in pairs if value]
    return WeightRow(tuple(number for number, _ in kept), tuple(value for _, value in kept))


@dataclass(frozen=True)
class RowFindings:
    """What the chain refuses of a row, and reasons why it would refuse it once it is revealed."""

    refusals: tuple[Refusal, ...]
    warnings: tuple[str, ...] = ()


def row_findings(
    at: BlockContext, rules: WeightRules, row: WeightRow, hotkey: str, *, committed: bool
) -> Program[RowFindings]:
    """What is wrong with a row of this hotkey. A row that is only `committed` is checked by the
    chain when it is revealed."""
    netuid = rules.netuid
    if not (yield from subnet_exists(at, netuid)):
        reason = f"there is no subnet {netuid}"
        return RowFindings((Refusal("SubtensorModule.MechanismDoesNotExist", reason),))
    count = yield from storage(at, subtensor.MechanismCountCurrent, netuid)
    if rules.mechanism >= count:
        reason = f"subnet {netuid} has no mechanism {rules.mechanism}: it has {count}"
        return RowFindings((Refusal("SubtensorModule.MechanismDoesNotExist", reason),))
    own = yield from uid(at, netuid, hotkey)
    if own is None:
        reason = f"the hotkey is not registered on subnet {netuid}"
        return RowFindings((Refusal("SubtensorModule.HotKeyNotRegisteredInSubNet", reason),))
    limits: tuple[Refusal, ...] = ()
    ends = yield from weights_allowed_at(at, netuid, own, rules.mechanism)
    if ends is not None:
        name = "CommittingWeightsTooFast" if committed else "SettingWeightsTooFast"
        reason = f"the rate limit of weights ends at block {ends}"
        limits = (Refusal(f"SubtensorModule.{name}", reason),)
    found = yield from _row_refusals(at, rules, row, own, hotkey)
    if committed:
        return RowFindings(limits, tuple(refusal.reason for refusal in found))
    return RowFindings((*limits, *found))


def _row_refusals(
    at: BlockContext, rules: WeightRules, row: WeightRow, own: int, hotkey: str
) -> Program[tuple[Refusal, ...]]:
    """What the chain refuses of the row itself, in its order of checks."""
    if row.uids == (own,):
        return ()  # every neuron may set its weight on itself
    netuid = rules.netuid
    permits = yield from storage(at, subtensor.ValidatorPermit, netuid)
    owner = yield from storage(at, subtensor.SubnetOwnerHotkey, netuid)
    found: list[Refusal] = []
    permitted = own < len(permits) and permits[own]
    if not permitted and owner != ss58.decode(hotkey):
        reason = "the hotkey has no validator permit: its weights are refused"
        found.append(Refusal("SubtensorModule.NeuronNoValidatorPermit", reason))
    unknown = [number for number in row.uids if number >= len(permits) > 0]
    if unknown:
        named = ", ".join(map(str, unknown))
        reason = f"no neuron of subnet {netuid} has this uid: {named}"
        found.append(Refusal("SubtensorModule.UidVecContainInvalidOne", reason))
    least = min(rules.least, len(permits)) if permits else rules.least
    if len(row.uids) < least:
        reason = f"the subnet requires at least {least} weights"
        found.append(Refusal("SubtensorModule.WeightVecLengthIsLow", reason))
    return tuple(found)
