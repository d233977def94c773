"""A row of weights as operations take it, and as the chain stores it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from btsdk.errors import UsageError
from btsdk.keys import ss58
from btsdk.ops.checks import ROOT, check_netuid
from btsdk.reads.neurons import uid
from btsdk.reads.subnets import subnet_exists
from btsdk.reads.weights import WeightRules
from btsdk.rpc.effects import Program
from btsdk.state.pinned import At
from btsdk.state.query import storage
from btsdk.storage import subtensor

MOST = 65_535
"""The greatest weight of a row."""

MECHANISMS = 16
"""How many mechanisms the chain's index of them has room for."""


@dataclass(frozen=True)
class WeightRow:
    """Weights from 0 to 65,535 for as many uids."""

    uids: tuple[int, ...]
    values: tuple[int, ...]


def check_row(netuid: int, mechanism: int, uids: Sequence[int], weights: Sequence[float]) -> None:
    """Raise `UsageError` for what no subnet takes."""
    check_netuid(netuid)
    if netuid == ROOT:
        raise UsageError("the root network takes no weights")
    if type(mechanism) is not int or not 0 <= mechanism < MECHANISMS:
        raise UsageError(f"a mechanism is a number from 0 to {MECHANISMS - 1}, not {mechanism!r}")
    if len(uids) != len(weights):
        raise UsageError(f"{len(uids)} uids and {len(weights)} weights: each needs the other")
    if len(set(uids)) != len(uids):
        raise UsageError("a uid stands twice in the row")
    if any(type(number) is not int or not 0 <= number <= MOST for number in uids):
        raise UsageError("a uid is a whole number from 0 to 65535")
    if any(not isfinite(weight) or weight < 0 for weight in weights):
        raise UsageError("a weight is a number that is not negative")
    if not any(weights):
        raise UsageError("all weights are zero", hint="Give at least one uid a weight.")


def scaled(uids: Sequence[int], weights: Sequence[float]) -> WeightRow:
    """The row in whole numbers: the greatest weight becomes 65,535, and zeros are left out.

    As Bittensor's own client reckons it, in floating point, halves to the even number.
    """
    greatest = float(max(weights))
    pairs = [
        (number, round(float(weight) / greatest * MOST))
        for number, weight in zip(uids, weights, strict=True)
    ]
    kept = [(number, value) for number, value in pairs if value]
    return WeightRow(tuple(number for number, _ in kept), tuple(value for _, value in kept))


def row_warnings(
    at: At, rules: WeightRules, row: WeightRow, hotkey: str
) -> Program[tuple[str, ...]]:
    """What speaks against a row by this hotkey."""
    netuid = rules.netuid
    if not (yield from subnet_exists(at, netuid)):
        return (f"there is no subnet {netuid}",)
    own = yield from uid(at, netuid, hotkey)
    if own is None:
        return (f"the hotkey is not registered on subnet {netuid}",)
    found: list[str] = []
    if row.uids != (own,):
        if len(row.uids) < rules.least:
            found.append(f"the subnet wants at least {rules.least} weights")
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
