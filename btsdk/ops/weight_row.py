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
from btsdk.reads.subnets import subnet_exists
from btsdk.reads.weights import WeightRules
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage
from btsdk.storage import subtensor

MOST = 65_535
"""The greatest weight of a row."""

_VERSION_KEY_MAX = (1 << 64) - 1

MECHANISMS = 16
"""The number of mechanisms that the chain's storage index can hold."""


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


def row_warnings(
    at: BlockContext, rules: WeightRules, row: WeightRow, hotkey: str
) -> Program[tuple[str, ...]]:
    """Reasons why the chain would refuse a row of this hotkey."""
    netuid = rules.netuid
    if not (yield from subnet_exists(at, netuid)):
        return (f"there is no subnet {netuid}",)
    own = yield from uid(at, netuid, hotkey)
    if own is None:
        return (f"the hotkey is not registered on subnet {netuid}",)
    found: list[str] = []
    if row.uids != (own,):
        if len(row.uids) < rules.least:
            found.append(f"the subnet requires at least {rules.least} weights")
        permits = yield from storage(at, subtensor.ValidatorPermit, netuid)
        owner = yield from storage(at, subtensor.SubnetOwnerHotkey, netuid)
        permitted = own < len(permits) and permits[own]
        unknown = [number for number in row.uids if number >= len(permits) > 0]
        if unknown:
            named = ", ".join(map(str, unknown))
            found.append(f"no neuron of subnet {netuid} has this uid: {named}")
        if not permitted and owner != ss58.decode(hotkey):
            found.append("the hotkey has no validator permit: its weights are refused")
    return tuple(found)
