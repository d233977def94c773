"""The bounds of hyperparameters: the values that the chain refuses, by its errors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from btsdk.constants import subtensor as constants
from btsdk.ops.checks import ROOT
from btsdk.reads.hyperparameter_bounds import MOST_MOVING_AVERAGE, MOST_UIDS
from btsdk.reads.hyperparameter_table import Hyperparameter, Unit
from btsdk.reads.registration import pow_form
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import constant, storage_many
from btsdk.storage import subtensor
from btsdk.tx.operation import Refusal
from btsdk.units import Tao

_OUTSIDE = {
    "commit_reveal_period": (
        "SubtensorModule.RevealPeriodTooSmall",
        "SubtensorModule.RevealPeriodTooLarge",
    ),
    "owner_immune_neuron_limit": ("SubtensorModule.InvalidValue",) * 2,
    "burn_half_life": ("AdminUtils.InvalidValue",) * 2,
    "burn_increase_mult": ("AdminUtils.InvalidValue",) * 2,
}
_NOT_ON_ROOT = frozenset(
    {
        "burn_half_life",
        "burn_increase_mult",
        "owner_cut_enabled",
        "owner_cut_auto_lock_enabled",
        "subnet_emission_enabled",
    }
)

Check = Callable[[BlockContext, int, Any], Program[Refusal | None]]


def value_refusals(
    at: BlockContext, one: Hyperparameter, netuid: int, value: Any, *, by_owner: bool
) -> Program[tuple[Refusal, ...]]:
    """A refusal of the value, as the chain answers it."""
    if one.name in _NOT_ON_ROOT and netuid == ROOT:
        reason = f"{one.name} cannot be set for the root network"
        return (Refusal("AdminUtils.NotPermittedOnRootSubnet", reason),)
    if one.name in _OUTSIDE:
        return _range_refusals(one, value)
    if by_owner and one.name in _OWNER_BOUNDS:
        found = _OWNER_BOUNDS[one.name](value)
        return () if found is None else (found,)
    check = _CHECKS.get(one.name)
    refusal = None if check is None else (yield from check(at, netuid, value))
    return () if refusal is None else (refusal,)


def pow_refusals(at: BlockContext, one: Hyperparameter) -> tuple[Refusal, ...]:
    """A refusal where the runtime no longer takes proofs of work."""
    if one.name != "pow_registration_allowed" or pow_form(at) == "pow_register":
        return ()
    reason = "this chain no longer registers by proof of work"
    return (Refusal("AdminUtils.POWRegistrationDisabled", reason),)


def _range_refusals(one: Hyperparameter, value: Any) -> tuple[Refusal, ...]:
    low, high = _OUTSIDE[one.name]
    fraction = 64 if one.unit is Unit.FACTOR else 0
    reason = f"{one.name} is from {one.least >> fraction:,} to {one.most >> fraction:,}"
    if value < one.least:
        return (Refusal(low, reason),)
    return (Refusal(high, reason),) if value > one.most else ()


def _moving_average(value: int) -> Refusal | None:
    if value <= MOST_MOVING_AVERAGE:
        return None
    reason = f"an owner sets bonds_moving_avg to at most {MOST_MOVING_AVERAGE:,}"
    return Refusal("AdminUtils.BondsMovingAverageMaxReached", reason)


def _steepness(value: int) -> Refusal | None:
    if value >= 0:
        return None
    reason = "an owner sets alpha_sigmoid_steepness to at least 0"
    return Refusal("AdminUtils.NegativeSigmoidSteepness", reason)


_OWNER_BOUNDS = {"bonds_moving_avg": _moving_average, "alpha_sigmoid_steepness": _steepness}


def _max_uids(at: BlockContext, netuid: int, value: int) -> Program[Refusal | None]:
    least, current, count = yield from storage_many(
        at,
        [
            (subtensor.MinAllowedUids, (netuid,)),
            (subtensor.SubnetworkN, (netuid,)),
            (subtensor.MechanismCountCurrent, (netuid,)),
        ],
    )
    if value < least:
        code = "AdminUtils.MaxAllowedUidsLessThanMinAllowedUids"
        return Refusal(code, f"max_allowed_uids is at least min_allowed_uids, {least}")
    if value < current:
        code = "AdminUtils.MaxAllowedUIdsLessThanCurrentUIds"
        reason = f"the subnet has {current} neurons: trim it to fewer (`TrimSubnet`)"
        return Refusal(code, reason)
    if value > MOST_UIDS:
        code = "AdminUtils.MaxAllowedUidsGreaterThanDefaultMaxAllowedUids"
        return Refusal(code, f"max_allowed_uids is at most {MOST_UIDS}")
    return too_many_uids(value, count)


def too_many_uids(uids: int, mechanisms: int) -> Refusal | None:
    """A refusal of more slots than the mechanisms of a subnet may have together."""
    if uids * mechanisms <= MOST_UIDS:
        return None
    reason = f"{uids} uids in {mechanisms} mechanisms are more than {MOST_UIDS} together"
    return Refusal("SubtensorModule.TooManyUIDsPerMechanism", reason)


def _min_uids(at: BlockContext, netuid: int, value: int) -> Program[Refusal | None]:
    most, current = yield from storage_many(
        at, [(subtensor.MaxAllowedUids, (netuid,)), (subtensor.SubnetworkN, (netuid,))]
    )
    if value >= most:
        code = "AdminUtils.MinAllowedUidsGreaterThanMaxAllowedUids"
        return Refusal(code, f"min_allowed_uids is below max_allowed_uids, {most}")
    if value >= current:
        code = "AdminUtils.MinAllowedUidsGreaterThanCurrentUids"
        return Refusal(code, f"min_allowed_uids is below the number of neurons, {current}")
    return None


def _max_validators(at: BlockContext, netuid: int, value: int) -> Program[Refusal | None]:
    (slots,) = yield from storage_many(at, [(subtensor.MaxAllowedUids, (netuid,))])
    if value <= slots:
        return None
    code = "AdminUtils.MaxValidatorsLargerThanMaxUIds"
    return Refusal(code, f"max_validators is at most max_allowed_uids, {slots}")


def _activity_cutoff(at: BlockContext, netuid: int, value: int) -> Program[Refusal | None]:
    (least,) = yield from storage_many(at, [(subtensor.MinActivityCutoff, ())])
    if value >= least:
        return None
    code = "SubtensorModule.ActivityCutoffTooLow"
    return Refusal(code, f"activity_cutoff is at least {least:,} blocks")


def _min_burn(at: BlockContext, netuid: int, value: Tao) -> Program[Refusal | None]:
    (most,) = yield from storage_many(at, [(subtensor.MaxBurn, (netuid,))])
    bound = Tao.from_rao(min(constant(at, constants.MinBurnUpperBound), most))
    if value < bound:
        return None
    return Refusal("AdminUtils.ValueNotInBounds", f"min_burn is below {bound:,}")


def _max_burn(at: BlockContext, netuid: int, value: Tao) -> Program[Refusal | None]:
    (least,) = yield from storage_many(at, [(subtensor.MinBurn, (netuid,))])
    bound = Tao.from_rao(max(constant(at, constants.MaxBurnLowerBound), least))
    if value > bound:
        return None
    return Refusal("AdminUtils.ValueNotInBounds", f"max_burn is above {bound:,}")


def _childkey_take(at: BlockContext, netuid: int, value: int) -> Program[Refusal | None]:
    low, high = yield from storage_many(
        at, [(subtensor.MinChildkeyTake, ()), (subtensor.MaxChildkeyTake, ())]
    )
    if low <= value <= high:
        return None
    return Refusal("AdminUtils.InvalidValue", f"min_childkey_take is from {low:,} to {high:,}")


def _alpha_values(at: BlockContext, netuid: int, value: tuple[int, int]) -> Program[Refusal | None]:
    (liquid,) = yield from storage_many(at, [(subtensor.LiquidAlphaOn, (netuid,))])
    least = 65_535 // 40
    low, high = value
    if not liquid:
        reason = "liquid alpha is off on this subnet: set liquid_alpha_enabled first"
        return Refusal("SubtensorModule.LiquidAlphaDisabled", reason)
    if high < least:
        return Refusal("SubtensorModule.AlphaHighTooLow", f"the highest is at least {least:,}")
    if not least <= low <= high:
        reason = f"the lowest is from {least:,} to the highest"
        return Refusal("SubtensorModule.AlphaLowOutOfRange", reason)
    return None


_CHECKS: dict[str, Check] = {
    "max_allowed_uids": _max_uids,
    "min_allowed_uids": _min_uids,
    "max_validators": _max_validators,
    "activity_cutoff": _activity_cutoff,
    "min_burn": _min_burn,
    "max_burn": _max_burn,
    "min_childkey_take": _childkey_take,
    "alpha_values": _alpha_values,
}
