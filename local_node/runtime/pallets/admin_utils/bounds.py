"""The bounds of hyperparameters: each check takes the subnet and the new value."""

from __future__ import annotations

from chain_spec.pallets import subtensor
from chain_spec.pallets.admin_utils import errors
from chain_spec.pallets.subtensor import storage
from local_node.runtime.arithmetic.fixed import U64F64
from local_node.runtime.frame import Context, ensure
from local_node.runtime.pallets.subtensor.subnets.mechanism import (
    MAX_UIDS_OVER_ALL_MECHANISMS,
    ensure_uids_fit_mechanisms,
)
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT
from local_node.runtime.pallets.subtensor.subnets.weights.commits import ensure_reveal_period

_MAX_BURN_HALF_LIFE = 36_100
_MAX_BONDS_MOVING_AVERAGE = 975_000
# Rao: the floor of the price stays below one TAO, its ceiling above a tenth.
_MIN_BURN_UPPER_BOUND = 1_000_000_000
_MAX_BURN_LOWER_BOUND = 100_000_000
_MIN_IMMUNE_OWNER_UIDS = 1
_MAX_IMMUNE_OWNER_UIDS = 10
_MAX_BURN_INCREASE = 3


def not_root(_ctx: Context, netuid: int, _value: object) -> None:
    ensure(netuid != ROOT, errors.NotPermittedOnRootSubnet)


def max_allowed_uids(ctx: Context, netuid: int, value: int) -> None:
    minimum = ctx.get(storage.MinAllowedUids, netuid)
    ensure(value >= minimum, errors.MaxAllowedUidsLessThanMinAllowedUids)
    ensure(ctx.get(storage.SubnetworkN, netuid) <= value, errors.MaxAllowedUIdsLessThanCurrentUIds)
    ensure(
        value <= MAX_UIDS_OVER_ALL_MECHANISMS,
        errors.MaxAllowedUidsGreaterThanDefaultMaxAllowedUids,
    )
    ensure_uids_fit_mechanisms(value, ctx.get(storage.MechanismCountCurrent, netuid))


def min_allowed_uids(ctx: Context, netuid: int, value: int) -> None:
    maximum = ctx.get(storage.MaxAllowedUids, netuid)
    ensure(value < maximum, errors.MinAllowedUidsGreaterThanMaxAllowedUids)
    current = ctx.get(storage.SubnetworkN, netuid)
    ensure(value < current, errors.MinAllowedUidsGreaterThanCurrentUids)


def max_allowed_validators(ctx: Context, netuid: int, value: int) -> None:
    slots = ctx.get(storage.MaxAllowedUids, netuid)
    ensure(value <= slots, errors.MaxValidatorsLargerThanMaxUIds)


def activity_cutoff(ctx: Context, _netuid: int, value: int) -> None:
    minimum = ctx.get(storage.MinActivityCutoff)
    ensure(value >= minimum, subtensor.errors.ActivityCutoffTooLow)


def min_burn(ctx: Context, netuid: int, value: int) -> None:
    ensure(value < _MIN_BURN_UPPER_BOUND, errors.ValueNotInBounds)
    ensure(value < ctx.get(storage.MaxBurn, netuid), errors.ValueNotInBounds)


def max_burn(ctx: Context, netuid: int, value: int) -> None:
    ensure(value > _MAX_BURN_LOWER_BOUND, errors.ValueNotInBounds)
    ensure(value > ctx.get(storage.MinBurn, netuid), errors.ValueNotInBounds)


def bonds_moving_average(_ctx: Context, _netuid: int, value: int) -> None:
    ensure(value <= _MAX_BONDS_MOVING_AVERAGE, errors.BondsMovingAverageMaxReached)


def min_childkey_take(ctx: Context, _netuid: int, value: int) -> None:
    lowest, highest = ctx.get(storage.MinChildkeyTake), ctx.get(storage.MaxChildkeyTake)
    ensure(lowest <= value <= highest, errors.InvalidValue)


def sigmoid_steepness(_ctx: Context, _netuid: int, value: int) -> None:
    """A check for the owner only: root may set a negative steepness."""
    ensure(value >= 0, errors.NegativeSigmoidSteepness)


def reveal_period(_ctx: Context, _netuid: int, value: int) -> None:
    ensure_reveal_period(value)


def immune_owner_uids(ctx: Context, _netuid: int, value: int) -> None:
    allowed = _MIN_IMMUNE_OWNER_UIDS <= value <= _MAX_IMMUNE_OWNER_UIDS
    ensure(allowed, subtensor.errors.InvalidValue)


def burn_half_life(_ctx: Context, _netuid: int, value: int) -> None:
    ensure(0 < value <= _MAX_BURN_HALF_LIFE, errors.InvalidValue)


def burn_increase_mult(_ctx: Context, _netuid: int, value: int) -> None:
    """Require a U64F64 between one and three."""
    allowed = U64F64.one <= value <= U64F64.from_int(_MAX_BURN_INCREASE)
    ensure(allowed, errors.InvalidValue)
