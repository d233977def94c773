"""The bounds of a subnet's hyperparameters, as they stand for the next change.

Some bounds are in the chain's code, others follow from limits of the chain, or from other values of
the subnet.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from btsdk.constants import subtensor as constants
from btsdk.errors import SubnetNotFound
from btsdk.integers import netuid_of
from btsdk.reads.hyperparameter_table import PARAMETERS, Hyperparameter, Setter, Unit
from btsdk.reads.hyperparameters import stored
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import constant, storage_many
from btsdk.storage import subtensor

MOST_UIDS = 256
"""The slots of a subnet, over all its mechanisms."""

MOST_MOVING_AVERAGE = 975_000
"""The greatest `bonds_moving_avg` that an owner may set, in parts of 1,000,000."""

_WITHOUT = (Unit.SWITCH, Unit.CHOICE, Unit.ACCOUNT)


class Bounds(NamedTuple):
    """The least and the greatest value, in the unit of the hyperparameter. Those of a pair of
    shares hold for each share."""

    least: Any
    most: Any


def hyperparameter_bounds(at: BlockContext, netuid: int) -> Program[dict[str, Bounds]]:
    """The bounds of the hyperparameters that a call can set, by name; raises `SubnetNotFound`.

    They are those of the owner, where the owner may set it. Switches, choices and accounts have
    none.
    """
    netuid = netuid_of(netuid)
    exists, *values = yield from storage_many(
        at,
        [
            (subtensor.NetworksAdded, (netuid,)),
            *((item, (netuid,)) for item in _OF_SUBNET.values()),
            *((item, ()) for item in _OF_CHAIN.values()),
        ],
    )
    if not exists:
        raise SubnetNotFound(netuid)
    state = dict(zip((*_OF_SUBNET, *_OF_CHAIN), values, strict=True))
    state |= {name: constant(at, item) for name, item in _FIXED.items()}
    return {
        one.name: _bounds(one, state)
        for one in PARAMETERS
        if one.setter is not Setter.NOBODY and one.unit not in _WITHOUT
    }


_OF_SUBNET: dict[str, Any] = {
    "uids": subtensor.SubnetworkN,
    "min_uids": subtensor.MinAllowedUids,
    "max_uids": subtensor.MaxAllowedUids,
    "mechanisms": subtensor.MechanismCountCurrent,
    "min_burn": subtensor.MinBurn,
    "max_burn": subtensor.MaxBurn,
}
_OF_CHAIN: dict[str, Any] = {
    "min_cutoff": subtensor.MinActivityCutoff,
    "min_take": subtensor.MinChildkeyTake,
    "max_take": subtensor.MaxChildkeyTake,
}
_FIXED: dict[str, Any] = {
    "min_tempo": constants.MinTempo,
    "max_tempo": constants.MaxTempo,
    "min_factor": constants.MinActivityCutoffFactorMilli,
    "max_factor": constants.MaxActivityCutoffFactorMilli,
    "min_burn_below": constants.MinBurnUpperBound,
    "max_burn_above": constants.MaxBurnLowerBound,
}

_State = dict[str, Any]

_NARROWER: dict[str, Callable[[_State], tuple[int | None, int | None]]] = {
    "max_allowed_uids": lambda s: (
        max(s["min_uids"], s["uids"]), MOST_UIDS // max(s["mechanisms"], 1)
    ),
    "min_allowed_uids": lambda s: (None, min(s["max_uids"], s["uids"]) - 1),
    "max_validators": lambda s: (None, s["max_uids"]),
    "activity_cutoff": lambda s: (s["min_cutoff"], None),
    "min_burn": lambda s: (None, min(s["min_burn_below"], s["max_burn"]) - 1),
    "max_burn": lambda s: (max(s["max_burn_above"], s["min_burn"]) + 1, None),
    "min_childkey_take": lambda s: (s["min_take"], s["max_take"]),
    "tempo": lambda s: (s["min_tempo"], s["max_tempo"]),
    "activity_cutoff_factor": lambda s: (s["min_factor"], s["max_factor"]),
    "bonds_moving_avg": lambda s: (None, MOST_MOVING_AVERAGE),
    "alpha_sigmoid_steepness": lambda s: (0, None),
}  # fmt: skip
"""Bounds that are not in the table, as the chain's numbers; None where that of the table holds."""


def _bounds(one: Hyperparameter, state: _State) -> Bounds:
    narrower = _NARROWER.get(one.name)
    low, high = (None, None) if narrower is None else narrower(state)
    least, most = one.least if low is None else low, one.most if high is None else high
    if one.unit.whole is not None:
        most = min(most, one.unit.whole)
    if one.unit is Unit.SHARES:  # of each share
        return Bounds(least, most)
    return Bounds(stored(one, least), stored(one, most))
